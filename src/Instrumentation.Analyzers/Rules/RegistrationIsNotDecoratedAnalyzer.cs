using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules;

/// <summary>INS1002: a registration that the container leaves without its decorator, which otherwise only event 4 of the event source says, when the program runs.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RegistrationIsNotDecoratedAnalyzer : DiagnosticAnalyzer
{
    private const string Again = "its open generic class is registered again, and the container can put a decorator before one registration of it";
    private const string Keyed = "its open generic class takes the key it is asked by, which a class behind a decorator does not know";
    private const string Attributes = "Microsoft.Extensions.DependencyInjection.";

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.RegistrationIsNotDecorated];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (KnownSymbols.Find(start.Compilation) is not null)
            {
                start.RegisterOperationAction(Analyze, OperationKind.Invocation);
            }
        });
    }

    private static void Analyze(OperationAnalysisContext context)
    {
        // A closed class is made behind its decorator by a factory, which no open one can have.
        if (ServiceRegistration.Of((IInvocationOperation)context.Operation) is { IsOpen: true } registration
            && registration.HasDecorator(context.Compilation)
            && (TakesKey(registration) ? Keyed : IsRepeated(registration) ? Again : null) is { } reason)
        {
            context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.RegistrationIsNotDecorated, registration.Place, registration.Class.Name, registration.Service.Name, reason));
        }
    }

    private static bool TakesKey(ServiceRegistration registration) =>
        registration.IsKeyed
        && (registration.Call.Arguments.Any(static argument => argument.Value is IPropertyReferenceOperation { Property: { Name: "AnyKey", ContainingType: var owner } } && owner.ToDisplayString() == Attributes + "KeyedService")
            || registration.Class.OriginalDefinition.InstanceConstructors.Where(static constructor => constructor.DeclaredAccessibility == Accessibility.Public)
                .SelectMany(static constructor => constructor.Parameters).SelectMany(static parameter => parameter.GetAttributes()).Any(IsOfTheKey));

    // Without a key of its own, an argument is asked for by the class's.
    private static bool IsOfTheKey(AttributeData attribute) =>
        attribute.AttributeClass?.ToDisplayString() is Attributes + "ServiceKeyAttribute"
        || (attribute.AttributeClass?.ToDisplayString() is Attributes + "FromKeyedServicesAttribute" && attribute.ConstructorArguments.IsEmpty);

    // The last of them is decorated.
    private static bool IsRepeated(ServiceRegistration registration)
    {
        if (ContainerCalls.Around(registration.Call) is not { } calls || calls.All.Any(static call => TakesAway(call.TargetMethod.Name)))
        {
            return false;
        }

        return calls.All.Any(call =>
            ContainerCalls.IsBefore(registration.Call, call)
            && ServiceRegistration.Of(call) is { IsOpen: true } other
            && KnownSymbols.Same(other.Class.OriginalDefinition, registration.Class.OriginalDefinition)
            && !(other.IsTry && KnownSymbols.Same(other.Service.OriginalDefinition, registration.Service.OriginalDefinition))
            && other.HasDecorator(call.SemanticModel!.Compilation)
            && !calls.All.Any(between => ContainerCalls.Decorates(between) && ContainerCalls.End(between) > ContainerCalls.End(registration.Call) && ContainerCalls.End(between) < ContainerCalls.End(call)));
    }

    private static bool TakesAway(string method) =>
        method.StartsWith("Remove", StringComparison.Ordinal) || method.StartsWith("Replace", StringComparison.Ordinal) || method == "Clear";
}
