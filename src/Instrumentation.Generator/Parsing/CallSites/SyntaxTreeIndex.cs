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

    /// <summary>Simple names in the declarations of members and their parameters, each with the name of what is declared: what may be of that type.</summary>
    public List<(string Type, string Name)> Declared { get; } = [];

    /// <summary>Simple names in the declarations of types, each with the type that is made of it: that derives from it, or gives it where no name is written, by an indexer or an operator.</summary>
    public List<(string Type, string Name)> Made { get; } = [];

    /// <summary>The names of extension methods.</summary>
    public HashSet<string> Extensions { get; } = new(StringComparer.Ordinal);

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
            foreach (var name in CallSites.Mentions.Of(node))
            {
                index.Mentions.Add(name);
            }

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
                if (type != node.Parent || node.ParameterList.Parameters.FirstOrDefault()?.Modifiers.Any(SyntaxKind.ThisKeyword) == true)
                {
                    index.Extensions.Add(node.Identifier.ValueText);
                }
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
            if (node.Alias is { Name.Identifier.ValueText: var alias })
            {
                Add(index.Made, alias, node.NamespaceOrType);
                if (node.NamespaceOrType is NameSyntax target)
                {
                    index.Aliases.Add((alias, RightmostName(target)));
                }
            }
        }

        private void Declare(SyntaxNode node)
        {
            switch (node)
            {
                case MethodDeclarationSyntax method:
                    Add(index.Declared, method.Identifier.ValueText, method.ReturnType, method.ParameterList);
                    break;
                case ConstructorDeclarationSyntax constructor:
                    Add(index.Declared, constructor.Identifier.ValueText, constructor.ParameterList);
                    break;
                case ParameterSyntax { Parent.Parent: MemberDeclarationSyntax } parameter:
                    Add(index.Declared, parameter.Identifier.ValueText, parameter.Type);
                    break;
                case PropertyDeclarationSyntax property:
                    Add(index.Declared, property.Identifier.ValueText, property.Type);
                    break;
                case BaseFieldDeclarationSyntax field:
                    foreach (var variable in field.Declaration.Variables)
                    {
                        Add(index.Declared, variable.Identifier.ValueText, field.Declaration.Type);
                    }

                    break;
                case TypeDeclarationSyntax type:
                    Add(index.Made, type.Identifier.ValueText, type.BaseList);
                    Add(index.Declared, type.Identifier.ValueText, type.ParameterList);
                    break;
                case DelegateDeclarationSyntax type:
                    Add(index.Made, type.Identifier.ValueText, type.ReturnType, type.ParameterList);
                    break;
                case IndexerDeclarationSyntax { Parent: TypeDeclarationSyntax type } indexer:
                    Add(index.Made, type.Identifier.ValueText, indexer.Type);
                    break;
                case OperatorDeclarationSyntax { Parent: TypeDeclarationSyntax type } op:
                    Add(index.Made, type.Identifier.ValueText, op.ReturnType);
                    break;
            }
        }

        private static void Add(List<(string Type, string Name)> known, string name, params SyntaxNode?[] header)
        {
            foreach (var type in header.OfType<SyntaxNode>().SelectMany(static part => part.DescendantNodesAndSelf()).OfType<SimpleNameSyntax>())
            {
                known.Add((type.Identifier.ValueText, name));
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
