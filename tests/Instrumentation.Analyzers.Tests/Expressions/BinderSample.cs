namespace Instrumentation.Analyzers.Tests.Expressions;

/// <summary>The program most binder tests bind in.</summary>
internal static class BinderSample
{
    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;
        using Instrumentation;
        using static Sample.Level;
        using Alias = Sample.Format;

        namespace Sample
        {
            public enum Format { Avro, JsonSchema }
            public enum Level { None, Backward }

            public sealed record NewSchema(Format Format, string Text, string? Subject, Level Level, List<int> References)
            {
                public int Size => Text.Length;
                public int Field;
                public string this[string key] => key;
                public string this[int index] => "i";
                public int Over(int value) => value;
                public string Over(string value) => value;
                public T Generic<T>(T value) => value;
                private int Hidden => 1;
                protected internal int Shielded => 1;
                public int Written { private get; set; }
                public int OnlySet { set { } }
                public ReadOnlySpan<char> Span => Text;
                public void Nothing() { }
                public event EventHandler? Changed;
                public Alias? Maybe => null;
                public dynamic Loose => 1;
                public Func<int> Function => () => 1;
                public NewSchema? Parent => null;
                [Obsolete("gone", true)] public int Gone => 1;
                public static string Known => "k";
                public static bool operator >(NewSchema left, NewSchema right) => true;
                public static bool operator <(NewSchema left, NewSchema right) => false;
            }

            public sealed class Registration { public bool IsNew { get; set; } public int Id { get; set; } }

            internal static class Extensions
            {
                public static string Short(this Format format) => "f";
                public static T Pick<T>(this T value, int index = 0, string? name = null) => value;
            }

            public class Base { public int Inherited => 1; protected int Guarded => 1; }

            public sealed partial class Service : Base
            {
                private const string Secret = "s3";
                private const long Big = 5;
                internal const string Shared = "shared";
                private readonly int _count;
                internal Format Format { get; set; }
                internal static int Total;
                internal string Name { get; } = "";
                private static string Helper(Format format) => "h";
                internal static string Public(Format format) => "p";
                internal string Instance(int value) => "i";
                internal enum Inner { One, Two }
                private enum Closed { One }
                internal Inner Nested => Inner.One;

                [Tag("t", Value = "v")]
                public Task<Registration> M(NewSchema schema, int @class, string? text, Format? maybe, int[] numbers) => throw new Exception();

                public int Count() => _count;
            }
        }
        """;
}
