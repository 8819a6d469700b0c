using Instrumentation.CodeFixes.Weaving;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Shapes.Tests.Matrix;

/// <summary>Makes of a shape's program those of the weaves that change the method itself, as the code fixes do.</summary>
internal static class WovenPrograms
{
    private static readonly CSharpParseOptions s_options = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview);

    /// <summary>The program with each measured method woven at its definition; null where C# has no such form of one.</summary>
    public static ShapeProgram? AtDefinition(ShapeProgram program) =>
        With(program, static method => method is { Body: not null } or { ExpressionBody: not null }, PartialMethods.Split);

    /// <summary>The program with each measured method woven in place; null where C# has no such form of one.</summary>
    /// <param name="program">A program whose methods are async.</param>
    public static ShapeProgram? InPlace(ShapeProgram program) =>
        With(program, static method => method.Modifiers.Any(SyntaxKind.AsyncKeyword), PartialMethods.InPlace);

    /// <summary>The program with each measured method async, by the name of which its callers wait for it.</summary>
    public static ShapeProgram Async(ShapeProgram program)
    {
        var unit = Parse(program.Types);
        var names = Measured(unit).Where(static method => !method.Modifiers.Any(SyntaxKind.AsyncKeyword)).Select(static method => method.Identifier.ValueText).ToHashSet(StringComparer.Ordinal);
        var rewriter = new AsyncRewriter(names);
        var body = (MethodDeclarationSyntax)((TypeDeclarationSyntax)Parse($"class W {{ async Task B() {{ {program.AsyncStatements ?? program.Statements}\n}} }}").Members[0]).Members[0];
        return program with
        {
            Types = rewriter.Visit(unit).ToFullString(),
            Statements = string.Concat(((MethodDeclarationSyntax)rewriter.Visit(body)).Body!.Statements.Select(static statement => statement.ToFullString())),
            Helper = program.Helper.Length == 0 ? string.Empty : rewriter.Visit(Parse($"class W {{ {program.Helper} }}").Members[0].ChildNodes().First()).ToFullString(),
        };
    }

    private static ShapeProgram? With(ShapeProgram program, Func<MethodDeclarationSyntax, bool> has, Func<MethodDeclarationSyntax, IReadOnlyList<MethodDeclarationSyntax>> rewrite)
    {
        SyntaxNode root = Parse(program.Types);
        var marks = Measured(root).ToDictionary(static method => method, static _ => new SyntaxAnnotation());
        if (marks.Count == 0 || !marks.Keys.All(method => has(method) && method is { ExplicitInterfaceSpecifier: null, Parent: ClassDeclarationSyntax or StructDeclarationSyntax or RecordDeclarationSyntax or InterfaceDeclarationSyntax }))
        {
            return null;
        }

        root = root.ReplaceNodes(marks.Keys, (old, current) => current.WithAdditionalAnnotations(marks[old]));
        foreach (var mark in marks.Values)
        {
            var method = (MethodDeclarationSyntax)root.GetAnnotatedNodes(mark).Single();
            root = root.ReplaceNode(method, rewrite(method).Select(member => member.WithAdditionalAnnotations(mark)));
            while (root.GetAnnotatedNodes(mark).First().Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault(static type => !PartialMethods.IsPartial(type)) is { } type)
            {
                root = root.ReplaceNode(type, PartialMethods.Partial(type));
            }
        }

        return program with { Types = "#pragma warning disable CS1066\n" + root.ToFullString() };
    }

    private static CompilationUnitSyntax Parse(string text) => CSharpSyntaxTree.ParseText(text, s_options).GetCompilationUnitRoot();

    private static IEnumerable<MethodDeclarationSyntax> Measured(SyntaxNode root) =>
        root.DescendantNodes().OfType<MethodDeclarationSyntax>().Where(static method => method.AttributeLists.SelectMany(static list => list.Attributes).Any(static attribute => attribute.Name.ToString() == "MetricCounter"));
}
