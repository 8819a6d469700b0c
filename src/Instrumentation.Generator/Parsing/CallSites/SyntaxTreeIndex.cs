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
        DeclarationHash = Registrations.Names(tree, cancellation).Concat(walker.BodyFacts).OrderBy(static fact => fact, StringComparer.Ordinal)
            .Aggregate(DeclarationHasher.Hash(tree.GetRoot(cancellation), cancellation), DeclarationHasher.Add);
    }

    /// <summary>Every name that code in the file mentions, which may be that of a method.</summary>
    public HashSet<string> Mentions { get; } = new(StringComparer.Ordinal);

    /// <summary>Simple names in the declarations of types and members, each with the name of what is declared: what may be of that type.</summary>
    public List<(string Type, string Name)> Declared { get; } = [];

    /// <summary>The attributes on types, methods and properties, and on the assembly.</summary>
    public List<AttributeUse> Attributes { get; } = [];

    /// <summary>The types.</summary>
    public List<TypeDeclarationSyntax> Types { get; } = [];

    /// <summary>The methods of each type, by its simple name.</summary>
    public List<(string Type, string Method)> Methods { get; } = [];

    /// <summary>Aliases, which may name an attribute of ours.</summary>
    public List<(string Alias, string Target)> Aliases { get; } = [];

    /// <summary>A hash of everything that decides about code in other files: all but the bodies, and of these what they hand to the container and say of their member.</summary>
    public ulong DeclarationHash { get; }

    public static bool IsKnown(SyntaxTree tree) => s_indexes.TryGetValue(tree, out _);

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
        /// <summary>What a body tells of its member: that it is an iterator, that the property has a field.</summary>
        public HashSet<string> BodyFacts { get; } = new(StringComparer.Ordinal);

        public override void VisitCompilationUnit(CompilationUnitSyntax node)
        {
            Add(node.AttributeLists, type: null, member: null);
            base.VisitCompilationUnit(node);
        }

        public override void DefaultVisit(SyntaxNode node)
        {
            cancellation.ThrowIfCancellationRequested();
            index.Mentions.UnionWith(CallSites.Mentions.Of(node));
            Declare(node);
            base.DefaultVisit(node);
        }

        public override void VisitMethodDeclaration(MethodDeclarationSyntax node)
        {
            // An extension block has no name: its methods are those of the class around it.
            if (node.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault(static type => type.Identifier.ValueText.Length > 0) is { } type)
            {
                index.Methods.Add((type.Identifier.ValueText, node.Identifier.ValueText));
                Add(node.AttributeLists, type, node.Identifier.ValueText);
            }

            base.VisitMethodDeclaration(node);
        }

        public override void VisitPropertyDeclaration(PropertyDeclarationSyntax node)
        {
            if (node.Parent is TypeDeclarationSyntax type)
            {
                Add(node.AttributeLists, type, node.Identifier.ValueText);
            }

            base.VisitPropertyDeclaration(node);
        }

        // It cannot be measured, but it was asked for.
        public override void VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
        {
            foreach (var attribute in Names(node.AttributeLists))
            {
                index.Attributes.Add(new AttributeUse(attribute, string.Empty, node.Identifier.ValueText, null));
            }

            base.VisitLocalFunctionStatement(node);
        }

        public override void VisitClassDeclaration(ClassDeclarationSyntax node)
        {
            AddType(node);
            base.VisitClassDeclaration(node);
        }

        public override void VisitStructDeclaration(StructDeclarationSyntax node)
        {
            AddType(node);
            base.VisitStructDeclaration(node);
        }

        public override void VisitRecordDeclaration(RecordDeclarationSyntax node)
        {
            AddType(node);
            base.VisitRecordDeclaration(node);
        }

        public override void VisitInterfaceDeclaration(InterfaceDeclarationSyntax node)
        {
            AddType(node);
            base.VisitInterfaceDeclaration(node);
        }

        public override void VisitYieldStatement(YieldStatementSyntax node)
        {
            if (node.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method)
            {
                BodyFacts.Add($"yield {method.Identifier.ValueText}{method.ParameterList}");
            }

            base.VisitYieldStatement(node);
        }

        public override void VisitFieldExpression(FieldExpressionSyntax node)
        {
            if (node.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { Parent: TypeDeclarationSyntax type } property)
            {
                BodyFacts.Add($"field {type.Identifier.ValueText}.{property.Identifier.ValueText}");
            }
        }

        public override void VisitUsingDirective(UsingDirectiveSyntax node)
        {
            if (node is { Alias: { } alias, NamespaceOrType: NameSyntax target })
            {
                index.Aliases.Add((alias.Name.Identifier.ValueText, RightmostName(target)));
            }
        }

        private void Declare(SyntaxNode node)
        {
            var (name, header) = node switch
            {
                MethodDeclarationSyntax method => (method.Identifier.ValueText, new SyntaxNode?[] { method.ReturnType, method.ParameterList }),
                PropertyDeclarationSyntax property => (property.Identifier.ValueText, [property.Type]),
                TypeDeclarationSyntax type => (type.Identifier.ValueText, [type.BaseList, type.ParameterList]),
                ConstructorDeclarationSyntax constructor => (constructor.Identifier.ValueText, [constructor.ParameterList]),
                DelegateDeclarationSyntax type => (type.Identifier.ValueText, [type.ReturnType, type.ParameterList]),
                VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Parent: BaseFieldDeclarationSyntax } variables } field => (field.Identifier.ValueText, [variables.Type]),
                _ => (string.Empty, []),
            };
            foreach (var type in header.OfType<SyntaxNode>().SelectMany(static part => part.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>())
            {
                index.Declared.Add((type.Identifier.ValueText, name));
            }
        }

        private void AddType(TypeDeclarationSyntax node)
        {
            index.Types.Add(node);
            Add(node.AttributeLists, node, member: null);
        }

        private void Add(SyntaxList<AttributeListSyntax> lists, TypeDeclarationSyntax? type, string? member)
        {
            foreach (var attribute in Names(lists))
            {
                index.Attributes.Add(new AttributeUse(attribute, type?.Identifier.ValueText, member, type));
            }
        }

        private static IEnumerable<string> Names(SyntaxList<AttributeListSyntax> lists) =>
            lists.SelectMany(static list => list.Attributes).Select(static attribute => RightmostName(attribute.Name));

        private static string RightmostName(NameSyntax name) => name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => string.Empty,
        };
    }
}
