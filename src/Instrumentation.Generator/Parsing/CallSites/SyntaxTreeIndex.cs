using System.Runtime.CompilerServices;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>What the syntax of one file says, without binding; made once per version of the file.</summary>
internal sealed class SyntaxTreeIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, SyntaxTreeIndex> s_indexes = new();

    private SyntaxTreeIndex(SyntaxTree tree, CancellationToken cancellation)
    {
        var walker = new Walker(this, cancellation);
        walker.Visit(tree.GetRoot(cancellation));
        DeclarationHash = DeclarationHasher.Hash(tree.GetRoot(cancellation), cancellation);
    }

    /// <summary>Calls, with the name that is called.</summary>
    public List<(string Name, InvocationExpressionSyntax Call)> Calls { get; } = [];

    /// <summary>Every other name in the file, which may be that of a method; only where one is instrumented are its places looked for.</summary>
    public HashSet<string> Mentions { get; } = new(StringComparer.Ordinal);

    /// <summary>Simple names of the attributes on a type or method, with the type and, for a method, its name; neither for one on the assembly.</summary>
    public List<(string Attribute, string? Type, string? Method)> Attributes { get; } = [];

    /// <summary>The methods of each type, by its simple name.</summary>
    public List<(string Type, string Method)> Methods { get; } = [];

    /// <summary>Aliases, which may name an attribute of ours.</summary>
    public List<(string Alias, string Target)> Aliases { get; } = [];

    /// <summary>A hash of everything that code in other files can see: all but the bodies.</summary>
    public ulong DeclarationHash { get; }

    public static SyntaxTreeIndex Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (!s_indexes.TryGetValue(tree, out var index))
        {
            // A racing thread makes the same one; which of them is kept does not matter.
            index = s_indexes.GetValue(tree, key => new SyntaxTreeIndex(key, cancellation));
        }

        return index;
    }

    private sealed class Walker(SyntaxTreeIndex index, CancellationToken cancellation) : CSharpSyntaxWalker
    {
        public override void VisitCompilationUnit(CompilationUnitSyntax node)
        {
            Add(node.AttributeLists, type: null, method: null);
            base.VisitCompilationUnit(node);
        }

        public override void VisitInvocationExpression(InvocationExpressionSyntax node)
        {
            cancellation.ThrowIfCancellationRequested();
            if (CallSyntax.NameOf(node) is { } name)
            {
                index.Calls.Add((name.Identifier.ValueText, node));
            }

            base.VisitInvocationExpression(node);
        }

        public override void VisitIdentifierName(IdentifierNameSyntax node) => Mention(node);

        public override void VisitGenericName(GenericNameSyntax node)
        {
            Mention(node);
            base.VisitGenericName(node);
        }

        public override void VisitInitializerExpression(InitializerExpressionSyntax node)
        {
            if (node.IsKind(SyntaxKind.CollectionInitializerExpression))
            {
                index.Mentions.Add(WellKnownMemberNames.CollectionInitializerAddMethodName);
            }

            base.VisitInitializerExpression(node);
        }

        public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            if (node.Parent is TypeDeclarationSyntax type)
            {
                index.Methods.Add((type.Identifier.ValueText, node.Identifier.ValueText));
                Add(node.AttributeLists, type.Identifier.ValueText, node.Identifier.ValueText);
            }

            base.VisitMethodDeclaration(node);
        }

        public override void VisitClassDeclaration(ClassDeclarationSyntax node)
        {
            Add(node.AttributeLists, node.Identifier.ValueText, method: null);
            base.VisitClassDeclaration(node);
        }

        public override void VisitStructDeclaration(StructDeclarationSyntax node)
        {
            Add(node.AttributeLists, node.Identifier.ValueText, method: null);
            base.VisitStructDeclaration(node);
        }

        public override void VisitRecordDeclaration(RecordDeclarationSyntax node)
        {
            Add(node.AttributeLists, node.Identifier.ValueText, method: null);
            base.VisitRecordDeclaration(node);
        }

        public override void VisitInterfaceDeclaration(InterfaceDeclarationSyntax node)
        {
            Add(node.AttributeLists, node.Identifier.ValueText, method: null);
            base.VisitInterfaceDeclaration(node);
        }

        public override void VisitUsingDirective(UsingDirectiveSyntax node)
        {
            if (node is { Alias: { } alias, NamespaceOrType: NameSyntax target })
            {
                index.Aliases.Add((alias.Name.Identifier.ValueText, RightmostName(target)));
            }
        }

        private void Mention(SimpleNameSyntax name)
        {
            if (!CallSyntax.IsCalled(name))
            {
                index.Mentions.Add(name.Identifier.ValueText);
            }
        }

        private void Add(SyntaxList<AttributeListSyntax> lists, string? type, string? method)
        {
            foreach (var attribute in lists.SelectMany(static list => list.Attributes))
            {
                index.Attributes.Add((RightmostName(attribute.Name), type, method));
            }
        }

        private static string RightmostName(NameSyntax name) => name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => string.Empty,
        };
    }
}
