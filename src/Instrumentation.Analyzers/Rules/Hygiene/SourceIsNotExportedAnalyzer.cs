using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Instrumentation.Analyzers.Rules.Hygiene;

/// <summary>
/// INS4013: a <c>Meter</c> or <c>ActivitySource</c> that the program makes and none of its registrations exports. Only in an executable that registers others by constant
/// names; one name that is made at run time, or a listener of any kind, and nothing is certain. Reported at the name.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SourceIsNotExportedAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [RuleDescriptors.SourceIsNotExported];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!ProgramEnd.IsExecutable(start.Compilation))
            {
                return;
            }

            var meters = new Sources("Meter", "AddMeter");
            var spans = new Sources("ActivitySource", "AddSource");
            start.RegisterOperationAction(operation => Collect(operation.Operation, meters, spans), OperationKind.ObjectCreation, OperationKind.Invocation);
            start.RegisterCompilationEndAction(end =>
            {
                meters.Report(end);
                spans.Report(end);
            });
        });
    }

    private static void Collect(IOperation operation, Sources meters, Sources spans)
    {
        switch (operation)
        {
            case IObjectCreationOperation { Type.Name: "Meter" } made when Instruments.IsOfMeter(made.Type):
                meters.Made(made);
                break;
            case IObjectCreationOperation { Type.Name: "ActivitySource" } made when SpanStart.IsType(made.Type, "ActivitySource"):
                spans.Made(made);
                break;
            case IObjectCreationOperation { Type.Name: "MeterListener" }:
                meters.Unknown = true;
                break;
            case IObjectCreationOperation { Type.Name: "ActivityListener" }:
                spans.Unknown = true;
                break;
            case IInvocationOperation { TargetMethod.Name: "AddMeter" } call:
                meters.Registered(call);
                break;
            case IInvocationOperation { TargetMethod.Name: "AddSource" } call:
                spans.Registered(call);
                break;

            // Ours shows every meter of the process; prometheus-net's adapter does too.
            case IInvocationOperation { TargetMethod.Name: "MapInstrumentation" or "StartCollecting" or "StartListening" or "MapMetrics" or "UseMetricServer" }:
                meters.Unknown = true;
                break;
        }
    }

    private sealed class Sources(string type, string registration)
    {
        private readonly ConcurrentBag<(string Name, Location Place)> _made = [];
        private readonly ConcurrentBag<string> _registered = [];

        public volatile bool Unknown;

        public void Made(IObjectCreationOperation made)
        {
            if (made.Arguments.FirstOrDefault() is { } name && Constants.Text(name.Value) is { } text)
            {
                _made.Add((text, name.Syntax.GetLocation()));
            }
        }

        public void Registered(IInvocationOperation call)
        {
            var names = call.Arguments.Where(static argument => argument.Parameter?.Name == "names").SelectMany(static argument => Constants.Elements(argument.Value) ?? [argument.Value]).ToList();
            foreach (var name in names)
            {
                // `AddMeter(s_meter.Name)` registers the field's meter, whatever it is called.
                if (Constants.Text(name) is { } text)
                {
                    _registered.Add(text);
                }
                else
                {
                    Unknown = true;
                }
            }
        }

        public void Report(CompilationAnalysisContext context)
        {
            if (Unknown || _registered.IsEmpty)
            {
                return;
            }

            foreach (var (name, place) in _made.Where(made => !_registered.Any(pattern => Matches(pattern, made.Name))))
            {
                context.ReportDiagnostic(Diagnostic.Create(RuleDescriptors.SourceIsNotExported, place, type, name, registration));
            }
        }

        private static bool Matches(string pattern, string name) => pattern.IndexOf('*') >= 0 || pattern.IndexOf('?') >= 0
            ? Regex.IsMatch(name, "^" + Regex.Escape(pattern).Replace("\\*", ".*").Replace("\\?", ".") + "$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            : string.Equals(pattern, name, StringComparison.OrdinalIgnoreCase);
    }
}
