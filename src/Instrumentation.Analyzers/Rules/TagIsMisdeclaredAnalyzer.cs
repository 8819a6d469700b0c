using System.Collections.Immutable;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS0007: a tag that is declared twice, that nobody declares, or whose values are not what its attribute says. Reported at the attribute that errs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TagIsMisdeclaredAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.TagIsMisdeclared];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterAnnotatedAttributeAction(Analyze);
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, AnnotatedAttribute attribute)
    {
        foreach (var (name, place, sentence) in Mistakes(attribute, context))
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.TagIsMisdeclared, place.GetLocation(), name, sentence));
            return;
        }
    }

    private static IEnumerable<(string Name, SyntaxNode Place, string Sentence)> Mistakes(AnnotatedAttribute attribute, SyntaxNodeAnalysisContext context) => attribute.Name switch
    {
        KnownNames.TagAttribute => OfDeclaration(attribute).Concat(OfTag(attribute, context)),
        KnownNames.SpanTagAttribute => OfDeclaration(attribute),
        KnownNames.ErrorTypesAttribute => OfErrorTypes(attribute),
        KnownNames.InstrumentedAttribute => OfInstrument(attribute),
        _ when attribute.IsInstrument => OfInstrument(attribute),
        _ => [],
    };

    // What holds for the tag of a metric and for that of a span.
    private static IEnumerable<(string Name, SyntaxNode Place, string Sentence)> OfDeclaration(AnnotatedAttribute attribute)
    {
        foreach (var method in attribute.Methods())
        {
            var declared = TagDeclaration.All(Member(attribute, method), method, attribute.Name!).ToList();
            if (Own(attribute, declared) is not { } own)
            {
                continue;
            }

            var name = own.Name ?? string.Empty;
            var isMade = own.Of is null or ITypeSymbol;
            var (value, from) = (attribute.Argument("Value"), own.Attribute.Text("From"));
            if (own.Name is null)
            {
                yield return (name, attribute.Syntax, "is left out: only a parameter gives it a name; write one");
            }
            else if (!ReferenceEquals(declared.First(tag => tag.Name == own.Name && tag.IsOfType == own.IsOfType), own))
            {
                yield return (name, attribute.Syntax, "is declared twice, and the first declaration counts; rename one of them");
            }
            else if (isMade && own.Attribute.Text("Value") is null && from is null)
            {
                yield return (name, attribute.Syntax, "is left out: it has no value here; write Value or From");
            }
            else if (own.Of is IMethodSymbol && from is null && new TagExpressionScope(method).ResultType is null)
            {
                yield return (name, attribute.Syntax, "is left out: the method returns nothing");
            }
            else if (value is not null && (from is not null || !isMade))
            {
                yield return (name, value, isMade ? "has a Value, which counts, and a From, which does not; leave one of them out" : "has the value of what it stands on, and no other; leave Value out");
            }
        }
    }

    private static TagDeclaration? Own(AnnotatedAttribute attribute, IEnumerable<TagDeclaration> declared) =>
        declared.FirstOrDefault(tag => tag.Attribute.ApplicationSyntaxReference?.Span == attribute.Syntax.Span && tag.Attribute.ApplicationSyntaxReference.SyntaxTree == attribute.Syntax.SyntaxTree);

    private static IEnumerable<(string Name, SyntaxNode Place, string Sentence)> OfTag(AnnotatedAttribute attribute, SyntaxNodeAnalysisContext context)
    {
        foreach (var method in attribute.Methods())
        {
            if (Own(attribute, TagDeclaration.All(Member(attribute, method), method, KnownNames.TagAttribute)) is not { Name: { } name } own || own.IsConstant)
            {
                continue;
            }

            if (attribute.Texts("Values") is { Count: > 0 } && attribute.Argument("MaxValues") is { } most)
            {
                yield return (name, most, "has Values, which are its bound; leave MaxValues out");
            }

            if (attribute.Owner is IPropertySymbol && own.IsOfResult && own.Attribute.Text("From") is not null && Bound(own, method, attribute, context) is { UsesResult: true })
            {
                yield return (name, attribute.Syntax, "cannot read 'result': an observed value has none beside itself; read a member of 'this'");
            }
            else if (TypeOf(own, method, attribute, context) is { } type && TagValueRule.WhyNot(type, attribute.Texts("Values"), attribute.Number("MaxValues")) is { } sentence)
            {
                yield return (name, attribute.Syntax, sentence);
            }
        }
    }

    // The type whose values are told apart; null where they are constants, or where another rule speaks.
    private static ITypeSymbol? TypeOf(TagDeclaration tag, IMethodSymbol method, AnnotatedAttribute attribute, SyntaxNodeAnalysisContext context)
    {
        if (tag.Attribute.Text("From") is not null)
        {
            return Bound(tag, method, attribute, context) is { IsBound: true, HasConstant: false } bound ? bound.Type : null;
        }

        var type = tag.Of switch
        {
            IParameterSymbol parameter => parameter.Type,
            IMethodSymbol => new TagExpressionScope(method).ResultType,
            _ => null,
        };
        return type is IErrorTypeSymbol ? null : type;
    }

    private static BoundTagExpression? Bound(TagDeclaration tag, IMethodSymbol method, AnnotatedAttribute attribute, SyntaxNodeAnalysisContext context) =>
        TagExpressionBinder.Bind(context.SemanticModel, method, attribute.Syntax, tag.Attribute.Text("From")!, context.CancellationToken);

    private static IEnumerable<(string Name, SyntaxNode Place, string Sentence)> OfErrorTypes(AnnotatedAttribute attribute)
    {
        var name = ErrorTypeList.Tag(attribute.Data);
        foreach (var type in ErrorTypeList.Listed(attribute.Data))
        {
            if (ErrorTypeList.Refusal(type) is { } reason)
            {
                yield return (name, attribute.Syntax, $"cannot tell '{type.Name}': {reason}");
            }
        }

        if (!ErrorTypeList.Listed(attribute.Data).Any())
        {
            yield return (name, attribute.Syntax, "lists no type and is left out");
        }

        if (attribute.Owner is IMethodSymbol method && TagDeclaration.All(method, method, KnownNames.TagAttribute).Any(tag => tag.Name == name))
        {
            yield return (name, attribute.Syntax, "is declared by a [Tag] too, which counts; rename one of them");
        }
    }

    private static IEnumerable<(string Name, SyntaxNode Place, string Sentence)> OfInstrument(AnnotatedAttribute attribute)
    {
        var methods = attribute.Methods();
        if (methods.IsEmpty)
        {
            yield break;
        }

        var declared = methods.SelectMany(method => TagDeclaration.All(Member(attribute, method), method, KnownNames.TagAttribute)).ToList();
        if (attribute.Argument("Tags") is { } tags && !(attribute.Name == KnownNames.InstrumentedAttribute && attribute.Data.Name() is null))
        {
            var names = new HashSet<string?>(declared.Select(static tag => tag.Name).Concat(methods.Select(ErrorTypeList.Declared).OfType<AttributeData>().Select(ErrorTypeList.Tag)), StringComparer.Ordinal);
            foreach (var name in attribute.Texts("Tags") ?? [])
            {
                if (!names.Contains(name))
                {
                    yield return (name, tags.Expression, "is declared by nobody here; declare it with [Tag], or leave it out");
                }
            }
        }

        // The outcome has the better right to a name.
        var call = attribute.Name == KnownNames.InstrumentedAttribute ? new CallMetricNames(attribute.Data) : null;
        if (attribute.Owner is IMethodSymbol own && (call?.IsCommon != true) && !HandCalledMembers.IsCandidate(own)
            && OutcomeNaming.Shown(attribute.Data, own, attribute.Data.Name() ?? string.Empty, call) is { } outcome
            && (call is null || call.Duration is not null || call.Calls is not null)
            && declared.Any(tag => !tag.IsOfType && tag.Name == outcome)
            && (attribute.Texts("Tags") is not { } wanted || wanted.Contains(outcome)))
        {
            yield return (outcome, attribute.Syntax, $"gives way to the outcome of '{attribute.Data.Name()}', which has its name; rename one of them");
        }
    }

    private static ISymbol Member(AnnotatedAttribute attribute, IMethodSymbol method) => attribute.Owner is IPropertySymbol property ? property : method;
}
