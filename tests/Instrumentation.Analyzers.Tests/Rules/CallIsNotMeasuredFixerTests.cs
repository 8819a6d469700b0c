using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.CodeFixes;

namespace Instrumentation.Analyzers.Tests.Rules;

public sealed class CallIsNotMeasuredFixerTests
{
    private const string Types = """

        namespace Shop
        {
            public interface IPrices { decimal Of(int item); }

            public sealed class Prices : IPrices
            {
                [Instrumented] public decimal Of(int item) => item;
                [Instrumented] public static void Print(string text, int width) { }
            }
        }


        """;

    private const string Groups = """
        namespace Use
        {
            using Shop;

            public static class Sample
            {
                public static decimal Sum(Prices prices, int[] items, int item) => items.Select(prices.Of /* each */).Sum();

                public static void Keep(Prices prices)
                {
                    var of = prices.Of; // kept
                    Action<string, int> print = Prices.Print;
                    print("", (int)of(1));
                }
            }
        }
        """;

    private const string Lambdas = """
        namespace Use
        {
            using Shop;

            public static class Sample
            {
                public static decimal Sum(Prices prices, int[] items, int item) => items.Select(item2 => prices.Of(item2) /* each */).Sum();

                public static void Keep(Prices prices)
                {
                    var of = (int item) => prices.Of(item); // kept
                    Action<string, int> print = (text, width) => Prices.Print(text, width);
                    print("", (int)of(1));
                }
            }
        }
        """;

    [Fact]
    public Task Fix_OfAMethodGroup_WritesALambda() => FixHarness.VerifyAsync<CallIsNotMeasuredAnalyzer, CallIsNotMeasuredFixer>(Types + Groups, Types + Lambdas, "Lambda");

    [Fact]
    public Task Fix_OfAnObjectMadeByHand_Decorates() => FixHarness.VerifyAsync<CallIsNotMeasuredAnalyzer, CallIsNotMeasuredFixer>(
        Types + """
        namespace Use
        {
            using Shop;

            public static class Sample
            {
                private static readonly IPrices s_prices = new Prices(); // shared

                public static IPrices Make() => new Prices();

                public static IPrices Shared() => s_prices;
            }
        }
        """,
        Types + """
        namespace Use
        {
            using Shop;

            public static class Sample
            {
                private static readonly IPrices s_prices = new InstrumentedPrices(new Prices(), ownsInner: true); // shared

                public static IPrices Make() => new InstrumentedPrices(new Prices(), ownsInner: true);

                public static IPrices Shared() => s_prices;
            }
        }
        """,
        "Decorate");
}
