using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>
/// Finds what a member calls without binding its body, where every name in it that matters is that of a plain call: to know what <c>store.Add(x)</c> calls, one need not know
/// what <c>x</c> is if the type of <c>store</c> has one <c>Add</c>.
/// </summary>
internal sealed class PlainCalls(NameGate names, SemanticModel model, CancellationToken cancellation)
{
    // Local variables that hold an object with instrumented methods.
    private readonly HashSet<string> _locals = new(StringComparer.Ordinal);

    /// <summary>The calls in a member of methods that may be instrumented; null where its body has to be bound.</summary>
    public IReadOnlyList<PlainCall>? In(SyntaxNode member)
    {
        _locals.Clear();
        var written = new List<InvocationExpressionSyntax>();
        var isDynamic = false;
        foreach (var node in Code(member).SelectMany(static part => part.DescendantNodesAndSelf()))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var name in Mentions.Of(node))
            {
                isDynamic |= names.MayBeDynamic(name);
                if (names.MayBeMethod(name) && !IsPlain(node, written))
                {
                    return null;
                }

                if ((names.MayCarry(name) || _locals.Contains(name)) && !(IsOnlyCalled(node) || IsMadeForLocal(node)))
                {
                    return null;
                }
            }
        }

        // What a dynamic argument makes of a call is known when it runs.
        if (isDynamic && written.Count > 0)
        {
            return null;
        }

        var calls = new List<PlainCall>();
        foreach (var call in written)
        {
            if (Find(call) is not { } found)
            {
                return null;
            }

            calls.Add(found);
        }

        return calls;
    }

    // Of a declaration, what runs: types and attributes use nothing.
    private static IEnumerable<SyntaxNode> Code(SyntaxNode member) => member is BaseMethodDeclarationSyntax method
        ? new SyntaxNode?[] { (method as ConstructorDeclarationSyntax)?.Initializer, method.Body, method.ExpressionBody }.OfType<SyntaxNode>()
        : [member];

    private static bool IsPlain(SyntaxNode node, List<InvocationExpressionSyntax> calls)
    {
        if (node is not SimpleNameSyntax name)
        {
            return false;
        }

        if (!CallSyntax.IsCalled(name))
        {
            return !CallSyntax.MayBeMethodGroup(name);
        }

        calls.Add((InvocationExpressionSyntax)CallSyntax.Whole(name).Parent!);
        return true;
    }

    // An object that is only called on is handed to nobody.
    private bool IsOnlyCalled(SyntaxNode node)
    {
        var whole = node is SimpleNameSyntax name ? CallSyntax.Whole(name) : node;
        var value = whole.Parent is ObjectCreationExpressionSyntax made && made.Type == whole ? made : whole;
        return value.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member
            && member.Expression == value && call.Expression == member && names.MayBeMethod(member.Name.Identifier.ValueText);
    }

    // In `var store = new Store()` and `Store store = new()`, where the variable is no interface.
    private bool IsMadeForLocal(SyntaxNode node)
    {
        var declaration = node.Parent as VariableDeclarationSyntax ?? (node.Parent is ObjectCreationExpressionSyntax made && made.Type == node ? made.Parent?.Parent?.Parent as VariableDeclarationSyntax : null);
        if (declaration is not { Parent: LocalDeclarationStatementSyntax, Variables.Count: 1 }
            || declaration.Variables[0] is not { Initializer.Value: BaseObjectCreationExpressionSyntax value } local
            || !(declaration.Type.IsVar || value is ImplicitObjectCreationExpressionSyntax || declaration.Type.IsEquivalentTo(((ObjectCreationExpressionSyntax)value).Type)))
        {
            return false;
        }

        _locals.Add(local.Identifier.ValueText);
        return true;
    }

    private PlainCall? Find(InvocationExpressionSyntax call)
    {
        var receiver = CallSyntax.Receiver(call);
        if (receiver is BaseExpressionSyntax || call.Ancestors().Any(static node => node is AnonymousFunctionExpressionSyntax or QueryExpressionSyntax))
        {
            return null;
        }

        var type = receiver is null ? null : model.GetSpeculativeTypeInfo(call.SpanStart, receiver, SpeculativeBindingOption.BindAsExpression).Type;
        if (receiver is not null && type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface })
        {
            return null;
        }

        var name = CallSyntax.NameOf(call)!;
        var method = (names.MayExtend(name.Identifier.ValueText) ? null : Only(name, type)) ?? Bound(call);
        return method is null or { IsExtensionMethod: true } || method.ContainingType.TypeArguments.Any(MayCarry) || (InstrumentedMembers.IsInterfaceMember(method) && !IsOfAnyClass(receiver))
            ? null
            : new PlainCall(call, method, method.IsStatic ? null : type);
    }

    // Where there is no other, it is this one: the code compiles. With which type arguments only the compiler knows.
    private IMethodSymbol? Only(SimpleNameSyntax name, ITypeSymbol? type) =>
        model.LookupSymbols(name.SpanStart, (INamedTypeSymbol?)type, name.Identifier.ValueText) is { Length: 1 } found && found[0] is IMethodSymbol { IsGenericMethod: false } method
            ? method
            : null;

    private IMethodSymbol? Bound(InvocationExpressionSyntax call) =>
        call.Expression is MemberBindingExpressionSyntax ? null : model.GetSpeculativeSymbolInfo(call.SpanStart, call, SpeculativeBindingOption.BindAsExpression).Symbol as IMethodSymbol;

    // What a `Box<Store>` returns is handed on without being named.
    private bool MayCarry(ITypeSymbol type) =>
        names.MayCarry(type.Name) || type switch
        {
            IArrayTypeSymbol array => MayCarry(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.Any(MayCarry),
            _ => false,
        };

    // What a variable holds may be known from what was put into it (ObjectOrigin), for which code has to be bound.
    private bool IsOfAnyClass(ExpressionSyntax? receiver) =>
        receiver is null or ThisExpressionSyntax
        || model.GetSpeculativeSymbolInfo(receiver.SpanStart, receiver, SpeculativeBindingOption.BindAsExpression).Symbol is IParameterSymbol or IPropertySymbol or IMethodSymbol;
}
