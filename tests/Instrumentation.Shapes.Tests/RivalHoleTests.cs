using Instrumentation.Shapes.Tests.Infrastructure;

namespace Instrumentation.Shapes.Tests;

/// <summary>Each hole that was seen in another library, by running it, as a test that we pass.</summary>
public sealed class RivalHoleTests
{
    [Fact]
    public Task Dotweave_PendingValueTask_LeavesTheCallersActivityAsItWas() => Subject.RunAsync(
        "public class S { [Instrumented(\"{m}_seconds\")] public async ValueTask<int> M() { await Task.Yield(); return 1; } }",
        """
        var x = new S();
        for (var i = 0; i < 500; i++) { var task = x.M(); Log.Add($"{System.Diagnostics.Activity.Current is null}"); await task; }
        Log.Add($"{System.Diagnostics.Activity.Current is null}");
        """,
        ("seconds_count", 500));

    [Fact]
    public Task Dotweave_PooledValueTaskWhoseResultIsRead_IsConsumedOnceAndRecordedOnce() => Subject.RunAsync(
        """
        public sealed class Source(bool pending) : System.Threading.Tasks.Sources.IValueTaskSource<bool>
        {
            private int _taken;
            private volatile bool _pending = pending;
            private Action? _go;
            public void Finish() { _pending = false; _go?.Invoke(); }
            public bool GetResult(short token) { if (Interlocked.Increment(ref _taken) > 1) { throw new InvalidOperationException("consumed twice"); } return true; }
            public System.Threading.Tasks.Sources.ValueTaskSourceStatus GetStatus(short token) => _pending ? System.Threading.Tasks.Sources.ValueTaskSourceStatus.Pending : System.Threading.Tasks.Sources.ValueTaskSourceStatus.Succeeded;
            public void OnCompleted(Action<object?> go, object? state, short token, System.Threading.Tasks.Sources.ValueTaskSourceOnCompletedFlags flags) => _go = () => go(state);
        }
        public class S { [Instrumented("{m}_seconds")] [return: Tag("ok")] public ValueTask<bool> M(Source source) => new(source, 0); }
        """,
        """
        var x = new S();
        Log.Add(Log.Show(await x.M(new Source(false))));
        var late = new Source(true);
        var task = x.M(late);
        late.Finish();
        Log.Add(Log.Show(await task));
        """,
        ("seconds_count", 2));

    [Fact]
    public Task Dotweave_OverloadsAndTypesOfTheSameName_StayApart() => Subject.RunAsync(
        """
        namespace A { public class S { [MetricCounter("{m}_a_int_total")] public int M(int a) => a; [MetricCounter("{m}_a_text_total")] public int M(string a) => a.Length; } }
        namespace B { public class S { [MetricCounter("{m}_b_total")] public int M(int a) => -a; } }
        public class S_T { [MetricCounter("{m}_flat_total")] public int M() => 1; }
        public class S { public class T { [MetricCounter("{m}_nested_total")] public int M() => 2; } }
        public class Box1 { [MetricCounter("{m}_one_total")] public int M() => 3; }
        public class Box<T> { [MetricCounter("{m}_generic_total")] public int M() => 4; }
        """,
        "Log.Add(Log.Show(new A.S().M(1) + new A.S().M(\"ab\") + new B.S().M(3) + new S_T().M() + new S.T().M() + new Box1().M() + new Box<int>().M()));",
        ("a_int_total", 1), ("a_text_total", 1), ("b_total", 1), ("flat_total", 1), ("nested_total", 1), ("one_total", 1), ("generic_total", 1));

    [Fact]
    public Task Dotweave_BaseCall_DoesNotRecurse() => Subject.RunAsync(
        """
        public class B { [MetricCounter("{m}_total")] public virtual int M() => 1; [MetricCounter("{m}_protected_total")] protected virtual int N() => 2; }
        public class D : B { public override int M() => base.M() + 1; protected override int N() => base.N() + 1; public int Both() => M() + N(); }
        """,
        "Log.Add(Log.Show(new D().Both())); B b = new D(); Log.Add(Log.Show(b.M()));",
        ("total", 1), ("protected_total", 0));

    [Fact]
    public Task Dotweave_PrivateAndProtected_AreMeasured() => Subject.RunAsync(
        """
        public class B { [MetricCounter("{m}_protected_total")] protected int N(ref int a) => a++; }
        public class S : B { [MetricCounter("{m}_private_total")] private static string M(string? a = "x") => a + "y"; public void Call() { var a = 1; Log.Add(M() + N(ref a) + a); } }
        """,
        "new S().Call();",
        ("protected_total", 1), ("private_total", 1));

    [Fact]
    public Task Dotweave_GenericCaller_IsMeasured() => Subject.RunAsync(
        """
        public class S { [MetricCounter("{m}_total")] public T M<T>(T a) => a; [MetricCounter("{m}_list_total")] public int N<T>(List<T> a) where T : notnull => a.Count; }
        public class Caller<TItem> where TItem : notnull { public TItem Call<TOther>(TItem item, TOther other) { var x = new S(); Log.Add(Log.Show(x.M(other)) + x.N(new List<TItem> { item })); return x.M(item); } }
        """,
        "Log.Add(Log.Show(new Caller<int>().Call(5, \"o\"))); Log.Add(new Caller<string>().Call(\"s\", (1, 2)));",
        ("total", 4), ("list_total", 2));

    [Fact]
    public Task Dotweave_EnumDefaults_AreKept() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public string M(DayOfWeek a = DayOfWeek.Friday, Color? b = Color.Blue, System.IO.FileAccess c = (System.IO.FileAccess)77) => $\"{a} {b} {c}\"; }",
        "Log.Add(new S().M()); Log.Add(new S().M(c: System.IO.FileAccess.Read)); Log.Add(new S().M(b: null));",
        ("total", 3));

    [Fact]
    public Task Dotweave_RefReturn_StaysARef() => Subject.RunAsync(
        "public class S { private int[] _a = [1, 2]; [MetricCounter(\"{m}_total\")] public ref int M(int i) => ref _a[i]; public int Sum => _a.Sum(); }",
        "static int Go() { var x = new S(); x.M(0) = 5; ref var second = ref x.M(1); second++; return x.Sum; } Log.Add(Log.Show(Go()));",
        ("total", 2));

    [Fact]
    public Task Dotweave_StructMethods_ChangeTheStructItself() => Subject.RunAsync(
        "public struct S { public int Count; [MetricCounter(\"{m}_total\")] public int Up() => ++Count; [MetricCounter(\"{m}_read_total\")] public readonly int Read() => Count; } public static class H { public static S[] All = new S[1]; public static readonly S Kept; }",
        "var x = new S(); x.Up(); x.Up(); H.All[0].Up(); H.Kept.Up(); Log.Add($\"{x.Count} {x.Read()} {H.All[0].Read()} {H.Kept.Read()}\");",
        ("total", 4), ("read_total", 3));

    [Fact]
    public Task Dotweave_MetricAlone_CompilesWithoutAWarning() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public void M() { } [MetricHistogram(\"{m}_seconds\")] public void N() { } [Instrumented(\"{m}_only_seconds\", Span = false)] public void O() { } [Instrumented(Duration = false)] public void P() { } }",
        "var x = new S(); x.M(); x.N(); x.O(); x.P();",
        ("total", 1), ("seconds_count", 1), ("only_seconds_count", 1));

    [Fact]
    public Task Dotweave_Cancellation_IsNoFailure() => Subject.RunAsync(
        """
        public class S
        {
            [MetricCounter("{m}_failed_total", When = Outcomes.Failure)] [MetricCounter("{m}_cancelled_total", When = Outcomes.Cancelled)] [MetricCounter("{m}_timeout_total", When = Outcomes.Timeout)]
            public async Task M(System.Exception? thrown, bool late) { if (late) { await Task.Yield(); } if (thrown is not null) { throw thrown; } }
        }
        """,
        """
        var x = new S();
        foreach (var late in new[] { false, true }) { foreach (var thrown in new System.Exception?[] { null, new OperationCanceledException(), new TaskCanceledException(), new TimeoutException(), new FormatException() }) { try { await x.M(thrown, late); } catch (System.Exception exception) { Log.Add($"{exception.GetType().Name} {ReferenceEquals(exception, thrown)}"); } } }
        """,
        ("failed_total", 2), ("cancelled_total", 4), ("timeout_total", 2));

    [Fact]
    public Task Dotweave_InFlightOfAValueTask_ComesDown() => Subject.RunAsync(
        "public class S { [Instrumented(\"{m}_seconds\", InFlightName = \"{m}_open\")] public async ValueTask<int> M(bool late) { if (late) { await Task.Yield(); } return 1; } }",
        "var x = new S(); Log.Add(Log.Show(await x.M(false) + await x.M(true)));",
        ("seconds_count", 2), ("open", 0));

    // The one bucket below the end would hold the call if it ended with its first step.
    [Fact]
    public Task DotweaveAndAutoInstrument_AsyncSequence_IsMeasuredToItsEnd() => Subject.RunAsync(
        "public class S { [Instrumented(\"{m}_seconds\", Buckets = [0.05])] public async IAsyncEnumerable<int> M() { for (var i = 0; i < 3; i++) { await Task.Delay(30); yield return i; } } }",
        "await foreach (var i in new S().M()) { Log.Add(Log.Show(i)); }",
        ("seconds_count", 1), ("seconds_bucket", 1));

    [Fact]
    public Task Dotweave_InterfaceCallAndOverride_AreMeasured() => Subject.RunAsync(
        """
        public interface I { int M(); }
        public class S : I { [MetricCounter("{m}_total")] public virtual int M() => 1; }
        public class D : S { public override int M() => 2; }
        """,
        Subject.Injected("I", "S") + "Log.Add(Log.Show(x.M())); S s = new D(); Log.Add(Log.Show(s.M()));",
        ("total", 2));

    [Fact]
    public Task AutoInstrument_InOnATaskMethod_IsMeasured() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public Task<int> M(in int a, ref int b, out int c) { b++; c = a; return Task.FromResult(a + b); } }",
        "static Task<int> Go(S x) { var b = 2; var task = x.M(1, ref b, out var c); Log.Add($\"{b} {c}\"); return task; } Log.Add(Log.Show(await Go(new S())));",
        ("total", 1));

    [Fact]
    public Task AutoInstrument_KeywordNamesAndValueTypedResultTag_Compile() => Subject.RunAsync(
        "public class S { [Instrumented(\"{m}_seconds\")] [Tag(\"c\", From = \"@class > 2\")] [return: Tag(\"r\", MaxValues = 3)] public int @event(int @class, string @in, bool @ref) => @class; }",
        "Log.Add(Log.Show(new S().@event(3, \"i\", true)));",
        ("seconds_count", 1));

    [Fact]
    public Task AutoInstrument_Parameters_AreNotRecordedUnlessNamed() => Subject.RunAsync(
        "public class S { [Instrumented(\"{m}_seconds\")] [SpanTag(\"user\", From = \"user\")] public bool M(string user, string password) => System.Diagnostics.Activity.Current?.TagObjects.Any(tag => $\"{tag.Value}\" == password) == true; }",
        "Log.Add(Log.Show(new S().M(\"me\", \"secret\")));",
        ("seconds_count", 1));

    [Fact]
    public Task AutoInstrument_ThrowingGetterInATag_DoesNotBreakTheCall() => Subject.RunAsync(
        "public class Item { public bool Bad => throw new FormatException(\"getter\"); public string? Text; } public class S { [Instrumented(\"{m}_seconds\")] [Tag(\"bad\", From = \"item.Bad\")] [SpanTag(\"length\", From = \"item.Text.Length\")] public int M(Item item) => 1; }",
        "Log.Add(Log.Show(new S().M(new Item())));",
        ("seconds_count", 1));

    [Fact]
    public Task AutoInstrument_GenericType_IsMeasured() => Subject.RunAsync(
        "public class S<T> where T : class, new() { [MetricCounter(\"{m}_total\")] public T M(T? a) => a ?? new(); public struct In<TKey>(TKey key) where TKey : struct { [MetricCounter(\"{m}_inner_total\")] public readonly (T?, TKey) N(T? a) => (a, key); } }",
        "Log.Add(Log.Show(new S<List<int>>().M(null))); Log.Add(Log.Show(new S<object>.In<int>(3).N(\"a\")));",
        ("total", 1), ("inner_total", 1));

    [Fact]
    public Task ZeroAlloc_Failures_AreCountedToo() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public int M(bool fails) => fails ? throw new FormatException() : 1; }",
        "var x = new S(); x.M(false); try { x.M(true); } catch (FormatException) { Log.Add(\"thrown\"); }",
        ("total", 2));

    [Fact]
    public Task ZeroAlloc_MemberWithoutAttribute_ReturnsTheVeryTask() => Subject.RunAsync(
        "public interface I { Task M(); Task<int> N(); } public class S : I { public static readonly Task<int> Kept = Task.FromResult(123456); [MetricCounter(\"{m}_total\")] public Task M() => Kept; public Task<int> N() => Kept; }",
        Subject.Injected("I", "S") + "Log.Add($\"{ReferenceEquals(x.M(), S.Kept)} {ReferenceEquals(x.N(), S.Kept)}\");",
        ("total", 1));

    [Fact]
    public Task ZeroAlloc_InterfacesOfEveryKind_AreDecorated() => Subject.RunAsync(
        """
        public interface IBase<T> { T? Value { get; set; } event Action? Done; T this[in int i] { get; } string Hello(string name = "you") => "hello " + name; private int Hidden() => 1; sealed int Sealed() => Hidden() + 1; }
        public class Outer { public interface INested : IBase<string> { int M(ref int a, out string b, params int[] rest); TItem? G<TItem>(TItem? item) where TItem : System.Exception; static int Shared() => 4; } }
        public class S : Outer.INested
        {
            public string? Value { get; set; }
            public event Action? Done;
            public string this[in int i] => i + Value;
            [MetricCounter("{m}_total")] public int M(ref int a, out string b, params int[] rest) { a++; b = "b"; Done?.Invoke(); return rest.Length; }
            [MetricCounter("{m}_generic_total")] public TItem? G<TItem>(TItem? item) where TItem : System.Exception => item;
        }
        """,
        Subject.Injected("Outer.INested", "S") + """
        x.Value = "v"; x.Done += () => Log.Add("done"); var a = 1;
        Log.Add($"{x.M(ref a, out var b, 1, 2)} {a} {b} {x[3]} {x.Hello()} {x.Sealed()} {x.G(new FormatException("f"))?.Message} {Outer.INested.Shared()}");
        """,
        ("total", 1), ("generic_total", 1));

    [Fact]
    public Task ZeroAlloc_TypeNamedLikeATask_IsAnOrdinaryResult() => Subject.RunAsync(
        "public class TaskList { public int Count => 2; } public class Task<TA, TB> { public int Id => 3; } public class S { [MetricCounter(\"{m}_total\")] public TaskList M() => new(); [MetricCounter(\"{m}_two_total\")] public Task<int, string> N() => new(); }",
        "Log.Add($\"{new S().M().Count} {new S().N().Id}\");",
        ("total", 1), ("two_total", 1));

    [Fact]
    public Task ZeroAlloc_SlashInAMetricName_BreaksNothing() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}/calls\")] [MetricCounter(\"{m}_total\")] public int M() => 1; }",
        "Log.Add(Log.Show(new S().M()));",
        ("total", 1));

    [Fact]
    public Task ZeroAlloc_DefaultValues_AreTheInterfaces() => Subject.RunAsync(
        "public interface I { string M(int a = 3, string b = \"x\"); } public class S : I { [MetricCounter(\"{m}_total\")] public string M(int a = 9, string b = \"y\") => a + b; }",
        Subject.Injected("I", "S") + "Log.Add(x.M()); Log.Add(new S().M());",
        ("total", 2));

    [Fact]
    public Task All_SynchronousThrow_StaysSynchronous() => Subject.RunAsync(
        "public class S { [MetricCounter(\"{m}_total\")] public Task M() => throw new FormatException(\"now\"); [MetricCounter(\"{m}_value_total\")] public ValueTask<int> N() => throw new FormatException(\"now\"); [MetricCounter(\"{m}_sequence_total\")] public IAsyncEnumerable<int> O() => throw new FormatException(\"now\"); }",
        "var x = new S(); foreach (var call in new Func<object>[] { () => x.M(), () => x.N(), () => x.O() }) { try { call(); Log.Add(\"returned\"); } catch (FormatException) { Log.Add(\"thrown\"); } }",
        ("total", 1), ("value_total", 1), ("sequence_total", 1));

    [Fact]
    public Task All_SyncOverAsyncUnderAContext_DoesNotDeadlock() => Subject.RunAsync(
        """
        public sealed class Never : SynchronizationContext { public override void Post(SendOrPostCallback callback, object? state) => Log.Add("posted: nobody will run it"); }
        public class S { [MetricCounter("{m}_total")] public async Task<int> M() { await Task.Delay(1).ConfigureAwait(false); return 1; } [MetricCounter("{m}_value_total")] public async ValueTask<int> N() { await Task.Delay(1).ConfigureAwait(false); return 2; } }
        """,
        """
        await Task.Run(() => { SynchronizationContext.SetSynchronizationContext(new Never()); var x = new S(); Log.Add($"{x.M().Wait(20_000)}"); var value = x.N().AsTask(); Log.Add($"{value.Wait(20_000)}"); });
        """,
        ("total", 1), ("value_total", 1));
}
