using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace SchemaRegistry.Api.Storage;

/// <summary>The native SQLite of the process: the system's where it is at least as new as the bundled one and can search texts, because the system's is kept up to date.</summary>
internal static class SqliteLibrary
{
    private const string BundledName = "e_sqlite3";

    // 3.35.5, the bundled one. Nothing older: the statements use RETURNING.
    private const int OldestVersion = 3_035_005;

    // What the index of words is made with; the bundled one has it.
    private const string NeededOption = "ENABLE_FTS5";

    private static readonly string[] s_systemNames = ["libsqlite3.so.0", "libsqlite3.dylib"];
    private static readonly Lazy<string> s_loaded = new(Load);

    private delegate int Number();

    private delegate int OptionUsed([MarshalAs(UnmanagedType.LPStr)] string name);

    /// <summary>Loads the library, once in the process and before anything else touches SQLite.</summary>
    /// <returns>Which one it is, with its version.</returns>
    public static string Use() => s_loaded.Value;

    private static string Load()
    {
        var (name, system) = FindSystem();
        if (system != 0)
        {
            NativeLibrary.SetDllImportResolver(typeof(SQLite3Provider_e_sqlite3).Assembly, (wanted, _, _) => wanted == BundledName ? system : 0);
        }

        BindFunctions();
        Batteries_V2.Init();
        var version = raw.sqlite3_libversion().utf8_to_string();
        return system != 0 ? $"SQLite {version} of the system ({name})" : string.Create(CultureInfo.InvariantCulture, $"the bundled SQLite {version}");
    }

    // The runtime binds a function at its first call. Two threads that made it at once have been seen to jump to no address at all, which ends the process.
    private static void BindFunctions()
    {
        var functions = typeof(SQLite3Provider_e_sqlite3).Assembly.GetTypes()
            .SelectMany(static type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(static method => method.Attributes.HasFlag(MethodAttributes.PinvokeImpl));
        foreach (var function in functions)
        {
            try
            {
                Marshal.Prelink(function);
            }
            catch (EntryPointNotFoundException)
            {
                // One that this library was built without, and that nobody here calls.
            }
        }
    }

    private static (string Name, nint Handle) FindSystem()
    {
        foreach (var name in s_systemNames)
        {
            if (!NativeLibrary.TryLoad(name, out var handle))
            {
                continue;
            }

            if (Ask(handle, "sqlite3_libversion_number") >= OldestVersion && Ask(handle, "sqlite3_threadsafe") != 0 && Has(handle, NeededOption))
            {
                return (name, handle);
            }

            NativeLibrary.Free(handle);
        }

        return (BundledName, 0);
    }

    private static bool Has(nint library, string option) =>
        NativeLibrary.TryGetExport(library, "sqlite3_compileoption_used", out var address) && Marshal.GetDelegateForFunctionPointer<OptionUsed>(address)(option) != 0;

    private static int Ask(nint library, string function) =>
        NativeLibrary.TryGetExport(library, function, out var address) ? Marshal.GetDelegateForFunctionPointer<Number>(address)() : 0;
}
