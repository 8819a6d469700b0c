namespace Instrumentation.Shapes.Tests.Programs;

/// <summary>Puts a random method into a random type.</summary>
internal sealed class Places(Choices choices, RandomMethod method)
{
    private const string Runner = "public static class Runner { {BODY} }";
    private const string Wire = "var services = new Microsoft.Extensions.DependencyInjection.ServiceCollection(); Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddTransient";

    /// <summary>The method with its attributes; the modifiers of its declaration in front of those of its body.</summary>
    private string Declared(string modifiers, string first = "", string more = "") =>
        $"{Overload(modifiers)}{method.Attributes}{modifiers} {method.BodyModifiers}{method.Header(method.Name, plain: false, first)} {method.Body(more)}";

    public Placed Make()
    {
        // A sequence of a struct's method would see a copy: that is C#, and says nothing.
        var place = (Place)choices.Next((int)Place.InPlacePrivate + 1);
        return place switch
        {
            Place.Class => New("public class Subject { ", "Subject", Feature.Instance),
            Place.Static => new Placed($"public static class Subject {{ {Declared("public static")} }} {Runner}", "Subject.", Feature.Static) { CanBeNull = false },
            Place.Struct => Struct(choices.Chance(30) ? "public readonly struct Subject" : "public struct Subject"),
            Place.RecordClass => New("public sealed record Subject(int Part = 2) { ", "Subject", Feature.Record),
            Place.RecordStruct => Struct("public record struct Subject", Feature.Record),
            Place.Nested => New("public class Outer { public class Subject { ", "Outer.Subject", Feature.Nested) is var nested ? nested with { Types = nested.Types.Replace("} public static class", "} } public static class", StringComparison.Ordinal) } : nested,
            Place.GenericClass => New("public class Subject<TBox> where TBox : notnull, IEquatable<TBox> { public TBox? Box; ", "Subject<string>", Feature.GenericContainer),
            Place.NestedInGeneric => new Placed($"public class Outer<TBox> where TBox : class {{ public struct Middle<TMiddle> where TMiddle : struct {{ public sealed class Subject {{ {Declared("public")} }} }} }} {Runner}", "x.", Feature.GenericContainer, Feature.Nested) { Setup = "var x = new Outer<string>.Middle<int>.Subject(); " },
            Place.StaticInGeneric => new Placed($"public class Subject<TBox> {{ {Declared("public static")} }} {Runner}", "Subject<string?>.", Feature.GenericContainer, Feature.Static) { CanBeNull = false },
            Place.PrimaryConstructor => New("public class Subject(int part = 4) { public int Part => part; ", "Subject", Feature.PrimaryConstructor),
            Place.Extension => Extension(),
            Place.InterfaceAnnotated => new Placed($"public interface ISubject {{ {method.Attributes}{Unsafe}{method.Header(method.Name, plain: false)}; }} public sealed class Subject : ISubject {{ public {method.BodyModifiers}{method.Header(method.Name, plain: false)} {method.Body()} }} {Runner}", "x.", Feature.InterfaceAnnotated) { Setup = "ISubject x = new Subject(); ", EndsWhenReturned = method.Result.Kind == ResultKind.Sequence },
            Place.DefaultMember => new Placed($"public interface ISubject {{ {method.Attributes}public {method.BodyModifiers}{method.Header(method.Name, plain: false)} {method.Body()} }} public sealed class Subject : ISubject {{ }} {Runner}", "x.", Feature.DefaultInterfaceMember) { Setup = "ISubject x = new Subject(); " },
            Place.Decorated => Decorated("ISubject", string.Empty, $"{Declared("public")}", Feature.Decorator),
            Place.DecoratedExplicitly => Decorated("ISubject", string.Empty, $"{method.Attributes}{method.BodyModifiers}{method.Header("ISubject." + method.Name, plain: true)} {method.Body()}", Feature.ExplicitImplementation, Feature.Decorator),
            Place.DecoratedGeneric => Decorated("ISubject<List<string?>>", "<TBox>", $"public List<string?>? Box {{ get; set; }} {Declared("public")}", Feature.GenericInterface, Feature.Decorator),
            Place.DecoratedGenericExplicitly => Decorated("ISubject<List<string?>>", "<TBox>", $"public List<string?>? Box {{ get; set; }} {method.Attributes}{method.BodyModifiers}{method.Header($"ISubject<List<string?>>.{method.Name}", plain: true)} {method.Body()}", Feature.GenericInterface, Feature.ExplicitImplementation, Feature.Decorator),
            Place.Virtual => Inherited($"public class Base {{ {Declared("public virtual")} }}", $"public override {method.BodyModifiers}{method.Header(method.Name, plain: true)} {method.Body()}", "Base", Feature.Virtual),
            Place.Abstract => Inherited($"public abstract class Base {{ {method.Attributes}public abstract {Unsafe}{method.Header(method.Name, plain: false)}; }}", $"public sealed override {method.BodyModifiers}{method.Header(method.Name, plain: true)} {method.Body()}", "Base", Feature.Abstract) with { EndsWhenReturned = method.Result.Kind == ResultKind.Sequence },
            Place.BaseCall => Inherited($"public class Base {{ {Declared("public virtual")} }}", $"public override {Unsafe}{method.Header(method.Name, plain: true)} {{ Log.Add(\"override\"); {Base()} }}", "Base", Feature.BaseCall),
            Place.Private => Inside("public sealed class Subject", "private", "var x = new Subject(); ", "x.", Feature.Private) with { IsMeasured = HasAccessor },
            Place.PrivateStatic => Inside(choices.Chance(50) ? "public static class Subject" : "internal class Subject", "private static", string.Empty, "Subject.", Feature.Private, Feature.Static) with { CanBeNull = false, IsMeasured = HasAccessor },
            Place.PrivateInStruct => Inside("public struct Subject", "private", "var x = new Subject(); ", "x.", Feature.Private, Feature.Struct) with { CanBeNull = false, IsMeasured = HasAccessor },
            Place.Protected => new Placed($"public class Base {{ {Declared("protected virtual")} }} public sealed class Subject : Base {{ {{BODY}} }}", "x.", Feature.Protected) { Setup = "var x = new Subject(); ", IsMeasured = HasAccessor },
            Place.StaticAbstract => new Placed($"public interface ISubject {{ static abstract {Unsafe}{method.Header(method.Name, plain: false)}; }} public sealed class Subject : ISubject {{ {Declared("public static")} }} {Runner}", "Subject.", Feature.StaticAbstract, Feature.Static) { CanBeNull = false },
            Place.FileLocal => new Placed($"file static class Subject {{ {Declared("public static")} }} {Runner}", "Subject.", Feature.FileLocal, Feature.Static) { CanBeNull = false, IsMeasured = false },
            Place.DecoratedGenericClass => Decorated("ISubject<TBox>", "<TBox>", $"public TBox? Box {{ get; set; }} {Declared("public")}", Feature.GenericContainer, Feature.Decorator) is var open
                ? open with { Types = open.Types.Replace("class Subject ", "class Subject<TBox> ", StringComparison.Ordinal), Setup = open.Setup.Replace("<ISubject<TBox>, Subject>", "<ISubject<string>, Subject<string>>", StringComparison.Ordinal).Replace("<ISubject<TBox>>", "<ISubject<string>>", StringComparison.Ordinal) }
                : open,
            Place.AtDefinition => AtDefinition("public partial class Subject", "public", string.Empty, core: string.Empty) with { Setup = "var x = new Subject(); " },
            Place.AtDefinitionStatic => AtDefinition("internal static partial class Subject", "internal static", "Subject.", core: string.Empty),
            Place.AtDefinitionInStruct => AtDefinition("public partial struct Subject", "public", string.Empty, core: string.Empty) with { Setup = "var x = new Subject(); ", CanBeNull = false },
            Place.AtDefinitionOverInPlace => AtDefinition("public partial class Subject", "public", string.Empty, core: method.CanBeInPlace ? "partial " : string.Empty) with { Setup = "var x = new Subject(); " },
            Place.InPlace => InPlace("public partial class Subject", "public", "x.") with { Setup = "var x = new Subject(); " },
            Place.InPlaceStatic => InPlace("public static partial class Subject", "public static", "Subject."),
            Place.InPlacePrivate => InPlace("public partial record Subject", "internal", "x.") with { Setup = "var x = new Subject(); " },
            _ => New("internal class Outer { internal class Subject { ", "Outer.Subject", Feature.Nested) is var inner ? inner with { Types = inner.Types.Replace("} public static class", "} } public static class", StringComparison.Ordinal) } : inner,
        };
    }

    // An accessor has no type parameters to give, and no name for a function pointer.
    private bool HasAccessor => method.Generic is null && !method.Parameters.Any(static parameter => parameter.Type.StartsWith("delegate*", StringComparison.Ordinal));

    private string Unsafe => method.IsUnsafe ? "unsafe " : string.Empty;

    // Another method of the same name, instrumented too, whose counter stays at zero: its wrapper must not be taken for the other's.
    private string Overload(string modifiers)
    {
        if (!choices.Chance(20) || modifiers.Contains("override", StringComparison.Ordinal))
        {
            return string.Empty;
        }

        method.Features.Add(Feature.Overload);
        return $"[Instrumented] {modifiers} int {method.Name}(Version a, Version b, Version c, Version d, Version e, Version f, Version g) => 1; ";
    }

    // The body is another method's; without the generator the one has the attributes, and calls it.
    private Placed AtDefinition(string head, string modifiers, string receiver, string core)
    {
        var isStatic = modifiers.EndsWith("static", StringComparison.Ordinal);
        var body = $"private {(isStatic ? "static " : string.Empty)}{(core.Length == 0 ? method.BodyModifiers : method.BodyModifiers + core)}{method.CoreHeader} {method.Body()}";
        var declared = $"{method.Attributes}{modifiers} {Unsafe}partial {method.Header(method.Name, plain: false)};";
        return new Placed($"{head} {{ {declared} {body} }} {Runner}", receiver.Length == 0 ? "x." : receiver, [Feature.AtDefinition, .. isStatic ? [Feature.Static] : new[] { Feature.Instance }])
        {
            PlainTypes = $"{head} {{ {Declared(modifiers)} }} {Runner}",
            RecordsItself = true,
            CanBeNull = !isStatic,
        };
    }

    // One that is not async is recorded by its callers: it has no state machine whose builder could.
    private Placed InPlace(string head, string modifiers, string receiver)
    {
        var plain = $"{head} {{ {Declared(modifiers)} }} {Runner}";
        var placed = new Placed(plain, receiver, [method.CanBeInPlace ? Feature.InPlace : Feature.Instance]) { CanBeNull = receiver == "x." };
        return !method.CanBeInPlace ? placed : placed with
        {
            Types = $"{head} {{ {method.Attributes}{modifiers} {method.BodyModifiers}partial {method.Header(method.Name, plain: false)} {method.Body()} }} {Runner}",
            PlainTypes = plain,
            RecordsItself = true,
        };
    }

    private Placed New(string head, string type, params Feature[] features) =>
        new($"{head}{Declared("public")} }} {Runner}", "x.", [.. features, Feature.Instance]) { Setup = $"var x = new {type}(); " };

    private Placed Struct(string head, params Feature[] features)
    {
        var isReadOnly = head.Contains("readonly", StringComparison.Ordinal);
        var change = method.Result.HasStateMachine || isReadOnly ? string.Empty : "Count++; ";
        var type = $"{head} {{ public {(isReadOnly ? "readonly " : string.Empty)}int Count; public Subject() {{ }} {Declared("public", more: change)} }} public static class Holder {{ public static readonly Subject Kept = new(); }} {Runner}";
        return choices.Next(4) switch
        {
            3 => new Placed(type, "Holder.Kept.", [.. features, Feature.Struct, Feature.ReadonlyReceiver]) { CanBeNull = false, After = "Log.Add(Log.Show(Holder.Kept.Count)); " },
            2 => new Placed(type, "new Subject().", [.. features, Feature.Struct, Feature.RvalueReceiver]) { CanBeNull = false },
            _ => new Placed(type, "x.", [.. features, Feature.Struct, Feature.Instance]) { Setup = "var x = new Subject(); ", CanBeNull = false, After = "Log.Add(Log.Show(x.Count)); " },
        };
    }

    private Placed Extension()
    {
        var byName = choices.Chance(40);
        return new Placed($"public static class Subject {{ {Declared("public static", "this string me")} }} {Runner}", byName ? "Subject." : "\"me\".", Feature.Extension, Feature.Static) { CanBeNull = false, Extension = byName ? "\"me\"" : string.Empty };
    }

    private Placed Decorated(string service, string typeParameters, string members, params Feature[] features)
    {
        var box = typeParameters.Length == 0 ? string.Empty : "TBox? Box { get; set; } ";
        return new Placed($"public interface ISubject{typeParameters} {{ {box}{Unsafe}{method.Header(method.Name, plain: false)}; }} public class Subject : {service} {{ {members} }} {Runner}", "x.", features)
        {
            Setup = $"{Wire}<{service}, Subject>(services); Microsoft.Extensions.DependencyInjection.InstrumentationServiceCollectionExtensions.AddInstrumentation(services); var x = Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<{service}>(Microsoft.Extensions.DependencyInjection.ServiceCollectionContainerBuilderExtensions.BuildServiceProvider(services)); ",
        };
    }

    private Placed Inherited(string declared, string overriding, string seenAs, params Feature[] features) =>
        new($"{declared} public class Subject : Base {{ {overriding} }} {Runner}", "x.", features) { Setup = $"{seenAs} x = new Subject(); " };

    private Placed Inside(string head, string modifiers, string setup, string receiver, params Feature[] features) =>
        new($"{head} {{ {Declared(modifiers)} {{BODY}} }}", receiver, features) { Setup = setup };

    private string Base()
    {
        var call = $"base.{method.Name}{(method.Generic is null ? string.Empty : "<T>")}({string.Join(", ", method.Parameters.Select(static parameter => parameter.Forwarded))})";
        return method.Result.Kind switch
        {
            ResultKind.Void => call + ";",
            ResultKind.Reference => $"return ref {call};",
            _ => $"return {call};",
        };
    }
}
