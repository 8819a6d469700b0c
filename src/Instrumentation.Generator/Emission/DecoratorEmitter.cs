using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the decorator of a class: every interface of the class, instrumented methods through their wrappers, the rest forwarded.</summary>
internal static class DecoratorEmitter
{
    private const string Base = "global::Instrumentation.Weaving.Decorated";
    private const string Owner = "global::Instrumentation.Weaving.IInstrumentedDecorator";

    // internal sealed class InstrumentedStore : Decorated<Store>, IStore { members }
    public static void Write(SourceWriter writer, DecoratorTarget decorator, string display)
    {
        writer.Line($"/// <summary>Stands in for a <c>{CSharpText.Xml(display)}</c> that is asked for by an interface, and measures the calls.</summary>");
        GeneratedFile.TypeAttributes(writer);
        writer.Open($"internal sealed class {decorator.Name}{decorator.DeclaredTypeParameters} : {Base}<{decorator.Implementation}>, {string.Join(", ", decorator.Interfaces.Concat(decorator.OwnedMembers.Count > 0 ? [Owner] : []))}{decorator.Constraints}");
        var disposes = decorator.Members.Any(static member => member.Kind is DecoratorMemberKind.Dispose or DecoratorMemberKind.DisposeAsync);
        if (disposes)
        {
            writer.Line("private readonly bool _ownsInner;");
            writer.Line();
        }

        writer.Line("/// <summary>Decorates an instance.</summary>");
        writer.Line("/// <param name=\"inner\">The instance.</param>");
        writer.Line("/// <param name=\"ownsInner\">Whether disposing this disposes the instance; not so where the container does it.</param>");
        writer.Open($"{(decorator.IsGeneric ? "internal" : "public")} {decorator.Name}({decorator.Implementation} inner, bool ownsInner) : base(inner)");
        if (disposes)
        {
            writer.Line("_ownsInner = ownsInner;");
        }

        writer.Close();
        if (decorator.IsGeneric)
        {
            writer.Line();
            writer.Line("/// <summary>Decorates what an open generic registration makes, which the container disposes.</summary>");
            writer.Line("/// <param name=\"inner\">The instance.</param>");
            writer.Open($"public {decorator.Name}([global::Microsoft.Extensions.DependencyInjection.FromKeyedServices(typeof({decorator.OpenName}))] {decorator.Implementation} inner) : base(inner)");
            writer.Close();
        }

        foreach (var member in decorator.Members)
        {
            writer.Line();
            Member(writer, member);
        }

        if (decorator.OwnedMembers.Count > 0)
        {
            writer.Line();
            writer.Line($"bool {Owner}.Records(string member) => member is {string.Join(" or ", decorator.OwnedMembers.Select(CSharpText.Literal))};");
        }

        writer.Close();
    }

    private static void Member(SourceWriter writer, DecoratorMember member)
    {
        switch (member.Kind)
        {
            case DecoratorMemberKind.Method:
                writer.Line($"{member.Declaration} => {member.Get};");
                break;
            case DecoratorMemberKind.DisposeAsync:
                writer.Line($"{member.Declaration} => _ownsInner ? {member.Get} : default;");
                break;
            case DecoratorMemberKind.Dispose:
                writer.Open(member.Declaration);
                writer.Open("if (_ownsInner)");
                writer.Line($"{member.Get};");
                writer.Close();
                writer.Close();
                break;
            case DecoratorMemberKind.Event:
                Accessors(writer, member, ("add", member.Get), ("remove", member.Set));
                break;
            default:
                Accessors(writer, member, ("get", member.Get), ("set", member.Set));
                break;
        }
    }

    private static void Accessors(SourceWriter writer, DecoratorMember member, params (string Keyword, string? Expression)[] accessors)
    {
        writer.Open(member.Declaration);
        foreach (var (keyword, expression) in accessors)
        {
            if (expression is not null)
            {
                writer.Line($"{keyword} => {expression};");
            }
        }

        writer.Close();
    }
}
