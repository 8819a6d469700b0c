using System.Reflection;
using Instrumentation.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Tests;

/// <summary>Parser → Model → Emitter, one direction.</summary>
public sealed class ArchitectureTests
{
    private static readonly Type[] s_types = typeof(InstrumentationGenerator).Assembly.GetTypes();

    public static TheoryData<Type> Models => [.. s_types.Where(static type => type.Namespace == typeof(TypeTarget).Namespace && !type.IsNested)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Model_HasNoRoslynTypes(Type model) =>
        Assert.DoesNotContain(
            model.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public),
            static field => field.FieldType.Assembly == typeof(ISymbol).Assembly || field.FieldType.Assembly.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));

    [Fact]
    public void Emitters_SeeNoSymbols() =>
        Assert.All(
            s_types.Where(static type => type.Namespace == "Instrumentation.Generator.Emission").SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)),
            static method => Assert.DoesNotContain(method.GetParameters(), static parameter => typeof(ISymbol).IsAssignableFrom(parameter.ParameterType) || typeof(SyntaxNode).IsAssignableFrom(parameter.ParameterType)));
}
