using Instrumentation.Analyzers.Rules;
using Instrumentation.Analyzers.Tests.Infrastructure;
using Instrumentation.CodeFixes;

namespace Instrumentation.Analyzers.Tests.Fixes;

/// <summary>The fixes that change a method's form, where its declaration is not its own or not all of the file is compiled.</summary>
public sealed class WeaveFixTests
{
    private const string Base = """
        public abstract class Base
        {
            public abstract int Count<T>(T item) where T : class, IDisposable, new();
            public virtual T? Find<T, TKey>(TKey key) where TKey : struct => default;
            public abstract Task<T> LoadAsync<T>(T item) where T : class, IDisposable;
        }


        """;

    [Fact]
    public Task Split_OfAGenericOverride_SaysTheConstraintsThatItInherits() => FixHarness.VerifyAsync<CallersAreOutOfReachAnalyzer, CallersAreOutOfReachFixer>(
        Base + """
        public abstract class Store : Base
        {
            [Instrumented]
            public override int Count<T>(T item)
            {
                item.Dispose();
                return new T().GetHashCode();
            }

            [Instrumented]
            public override T? Find<T, TKey>(TKey key) where T : default => key.GetHashCode() == 0 ? default(T) : base.Find<T, TKey>(key);

            public object Use() => ((Func<System.IO.MemoryStream, int>)Count, (Func<int, string?>)Find<string, int>);
        }
        """,
        Base + """
        public abstract partial class Store : Base
        {
            [Instrumented]
            public override partial int Count<T>(T item);

            private int CountCore<T>(T item) where T : class, IDisposable, new()
            {
                item.Dispose();
                return new T().GetHashCode();
            }

            [Instrumented]
            public override partial T? Find<T, TKey>(TKey key) where T : default;

            private T? FindCore<T, TKey>(TKey key) where TKey : struct => key.GetHashCode() == 0 ? default(T) : base.Find<T, TKey>(key);

            public object Use() => ((Func<System.IO.MemoryStream, int>)Count, (Func<int, string?>)Find<string, int>);
        }
        """,
        "Definition");

    [Fact]
    public Task InPlace_OfAGenericOverride_SaysNoConstraints() => FixHarness.VerifyAsync<AsyncMethodCouldRecordItselfAnalyzer, AsyncMethodCouldRecordItselfFixer>(
        Base + """
        public abstract class Store : Base
        {
            [Instrumented]
            public override async Task<T> LoadAsync<T>(T item)
            {
                await Task.Yield();
                item.Dispose();
                return item;
            }
        }
        """,
        Base + """
        public abstract partial class Store : Base
        {
            [Instrumented]
            public override async partial Task<T> LoadAsync<T>(T item)
            {
                await Task.Yield();
                item.Dispose();
                return item;
            }
        }
        """,
        "InPlace");

    [Fact]
    public Task Split_OfCallerInformation_LeavesItToTheCallers() => FixHarness.VerifyAsync<CallersAreOutOfReachAnalyzer, CallersAreOutOfReachFixer>(
        """
        using System.Runtime.CompilerServices;

        public class Store
        {
            [Instrumented]
            public async Task<string> NameAsync(int item, [CallerMemberName] string caller = "", [CallerLineNumber] int line = 0)
            {
                await Task.Yield();
                return caller + line + item;
            }
        }
        """,
        """
        using System.Runtime.CompilerServices;

        public partial class Store
        {
            [Instrumented]
            public partial Task<string> NameAsync(int item, [CallerMemberName] string caller = "", [CallerLineNumber] int line = 0);

            private async Task<string> NameAsyncCore(int item, string caller, int line)
            {
                await Task.Yield();
                return caller + line + item;
            }
        }
        """,
        "Definition");

    [Fact]
    public Task Split_BetweenDirectives_LeavesThemWhereTheyAre() => FixHarness.VerifyAsync<CallersAreOutOfReachAnalyzer, CallersAreOutOfReachFixer>(
        """
        public class Store
        {
        #if FAST
            [Instrumented]
            public int Add(int a) => a;
        #else
            /// <summary>Adds.</summary>
            [Instrumented]
            public int Add(int a)
            {
        #if TRACE_ALL
                System.Console.WriteLine(a);
        #endif
                return a;
            }
        #endif

            #region Sums
            [Instrumented]
        #if !FAST
            internal
        #else
            public
        #endif
            int Sum(int a)
        #if FAST
                => a;
        #else
                => a + 1;
        #endif
            #endregion

            public object Use() => ((Func<int, int>)Add, (Func<int, int>)Sum);
        }
        """,
        """
        public partial class Store
        {
        #if FAST
            [Instrumented]
            public int Add(int a) => a;
        #else
            /// <summary>Adds.</summary>
            [Instrumented]
            public partial int Add(int a);

            private int AddCore(int a)
            {
        #if TRACE_ALL
                System.Console.WriteLine(a);
        #endif
                return a;
            }
        #endif

            #region Sums
            [Instrumented]
        #if !FAST
            internal
        #else
            public
        #endif
            partial int Sum(int a);

            private int SumCore(int a)
        #if FAST
                => a;
        #else
                => a + 1;
        #endif
            #endregion

            public object Use() => ((Func<int, int>)Add, (Func<int, int>)Sum);
        }
        """,
        "Definition");

    [Fact]
    public Task InPlace_BetweenDirectives_LeavesThemWhereTheyAre() => FixHarness.VerifyAsync<AsyncMethodCouldRecordItselfAnalyzer, AsyncMethodCouldRecordItselfFixer>(
        """
        #if !NONE
        class Store
        #else
        struct Store
        #endif
        {
        #if FAST
            [Instrumented]
            public async Task AddAsync() => await Task.CompletedTask;
        #else
            [Instrumented]
            async Task AddAsync()
            {
        #if TRACE_ALL
                System.Console.WriteLine();
        #endif
                await Task.Yield();
            }
        #endif
        }
        """,
        """
        #if !NONE
        partial class Store
        #else
        struct Store
        #endif
        {
        #if FAST
            [Instrumented]
            public async Task AddAsync() => await Task.CompletedTask;
        #else
            [Instrumented]
            private async partial Task AddAsync()
            {
        #if TRACE_ALL
                System.Console.WriteLine();
        #endif
                await Task.Yield();
            }
        #endif
        }
        """,
        "InPlace");
}
