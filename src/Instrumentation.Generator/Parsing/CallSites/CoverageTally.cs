using Instrumentation.Generator.Collections;
using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing.CallSites;

/// <summary>Counts the calls of a file.</summary>
internal sealed class CoverageTally
{
    private readonly SortedDictionary<string, Counts> _methods = new(StringComparer.Ordinal);

    public void Add(CallCoverage coverage)
    {
        var id = coverage.Method.GetDocumentationCommentId() ?? coverage.Method.Name;
        if (!_methods.TryGetValue(id, out var counts))
        {
            _methods.Add(id, counts = new Counts());
        }

        counts.Add(coverage);
    }

    public EquatableArray<MethodCoverage> ToModel() => _methods.Select(static method => method.Value.ToModel(method.Key)).ToEquatable();

    private sealed class Counts
    {
        private readonly SortedDictionary<string, int> _reasons = new(StringComparer.Ordinal);
        private int _intercepted;
        private int _decorated;
        private string? _weave;
        private int _woven;
        private int _handedOver;
        private int _withoutTags;

        public void Add(CallCoverage coverage)
        {
            if (coverage.Refusal is { } refusal)
            {
                _reasons[refusal.Reason] = _reasons.TryGetValue(refusal.Reason, out var count) ? count + 1 : 1;
            }
            else if (coverage.Measurement == CallMeasurement.Decorated)
            {
                _decorated++;
            }
            else if (coverage.Weave is { } weave)
            {
                _weave = Weaves.NameOf(weave);
                _woven++;
                _handedOver += coverage.Wrapper is null ? 0 : 1;
                _withoutTags += coverage.IsWithoutTags ? 1 : 0;
            }
            else
            {
                _intercepted++;
            }
        }

        public MethodCoverage ToModel(string method) =>
            new(method, _intercepted, _decorated, _reasons.Select(static reason => new UnmeasuredCalls(reason.Key, reason.Value)).ToEquatable()) { Weave = _weave, Woven = _woven, HandedOver = _handedOver, WithoutTags = _withoutTags };
    }
}
