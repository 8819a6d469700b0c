namespace Greetings;

internal enum Language
{
    English,
    Turkish,
}
