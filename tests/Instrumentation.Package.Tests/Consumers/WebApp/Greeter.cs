using Instrumentation;

namespace Greetings;

[Instrumented]
internal sealed class Greeter : IGreeter
{
    [MetricCounter("greetings_total")]
    public string Greet([Tag] Language language) => language == Language.Turkish ? "Merhaba" : "Hello";
}
