using System.Collections.Concurrent;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Analyzers.Tests.Expressions;

/// <summary>Binds an expression at a method of a sample and compiles what comes out in another file and type.</summary>
internal static class BinderHarness
{
    // Compiling the sample costs more than all that is done with it.
    private static readonly ConcurrentDictionary<string, (SemanticModel Model, IMethodSymbol Method, AttributeSyntax Attribute)> s_samples = new(StringComparer.Ordinal);

    /// <summary>Binds at the first <c>[Tag("t", Value = "v")]</c> in the source, for the method called <c>M</c>.</summary>
    public static BoundTagExpression Bind(string expression, string source)
    {
        var (model, method, attribute) = Locate(source);
        return TagExpressionBinder.Bind(model, method, attribute, expression, CancellationToken.None);
    }

    /// <summary>Binds, and compiles the code into a method outside of the user's types and usings, as the generator will.</summary>
    public static BoundTagExpression BindAndCompile(string expression, string source)
    {
        var (model, method, attribute) = Locate(source);
        var bound = TagExpressionBinder.Bind(model, method, attribute, expression, CancellationToken.None);
        Assert.True(bound.IsBound, bound.Error);

        var target = TagExpressionNames.Target(method);
        var result = TagExpressionNames.Result(method);
        var resultType = method.ReturnType is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var awaited] } ? awaited : method.ReturnType;
        var locals = method.Parameters.Select(parameter => $"{SymbolText.Code(parameter.Type)} {TagExpressionNames.Escape(parameter.Name)}").ToList();
        if (bound.UsesTarget)
        {
            locals.Add($"{SymbolText.Code(method.ContainingType)} {target}");
        }

        if (bound.UsesResult)
        {
            locals.Add($"{SymbolText.Code(resultType)} {result}");
        }

        var typeParameters = method.ContainingType.TypeParameters.Concat(method.TypeParameters).ToArray();
        var generics = typeParameters.Length == 0 ? "" : $"<{string.Join(", ", typeParameters.Select(parameter => parameter.Name))}>";
        var constraints = string.Concat(method.TypeParameters.Where(parameter => !parameter.ConstraintTypes.IsEmpty)
            .Select(parameter => $" where {parameter.Name} : {string.Join(", ", parameter.ConstraintTypes.Select(SymbolText.Code))}"));
        var generated = $$"""
            #nullable enable
            internal static class Generated
            {
                internal static {{SymbolText.Code(bound.Type!)}} Read{{generics}}({{string.Join(", ", locals)}}){{constraints}} => {{bound.Code}};
            }
            """;
        var tree = CSharpSyntaxTree.ParseText(generated, path: "Generated.cs");
        var errors = model.Compilation.AddSyntaxTrees(tree).GetSemanticModel(tree).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToArray();
        Assert.True(errors.Length == 0, $"{bound.Code}\n{string.Join('\n', errors.Select(error => error.ToString()))}");
        return bound;
    }

    private static (SemanticModel Model, IMethodSymbol Method, AttributeSyntax Attribute) Locate(string source) => s_samples.GetOrAdd(source, Compile);

    private static (SemanticModel Model, IMethodSymbol Method, AttributeSyntax Attribute) Compile(string source)
    {
        var compilation = TestCompilation.Create(source);
        TestCompilation.AssertCompiles(compilation);
        var tree = compilation.SyntaxTrees[0];
        var model = compilation.GetSemanticModel(tree);
        var attribute = tree.GetRoot().DescendantNodes().OfType<AttributeSyntax>().First(node => node.Name.ToString() == "Tag");
        var method = tree.GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>().First(node => node.Identifier.Text == "M");
        return (model, model.GetDeclaredSymbol(method)!, attribute);
    }
}
