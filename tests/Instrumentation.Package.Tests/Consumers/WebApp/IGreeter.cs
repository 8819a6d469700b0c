namespace Greetings;

internal interface IGreeter
{
    string Greet(Language language);
}
