using System.Runtime.CompilerServices;
using System.Text;
using SchemaRegistry.Api.Schemas.Formats;
using SchemaRegistry.Api.Schemas.Protobuf.BuiltIn;
using SchemaRegistry.Api.Schemas.Protobuf.Descriptors;
using SchemaRegistry.Api.Schemas.Protobuf.Model;
using SchemaRegistry.Api.Schemas.Protobuf.Syntax;

namespace SchemaRegistry.Api.Schemas.Protobuf.Linking;

/// <summary>Reads a schema and the files it imports, and links each after those it imports itself.</summary>
internal sealed class FileLoader
{
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ProtoFile> _loaded = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly SymbolTable _symbols = new();
    private readonly bool _sharesBuiltIns;

    public FileLoader(IReadOnlyList<NamedSchema> references)
    {
        foreach (var reference in references)
        {
            _references[reference.Name] = reference.Text;
        }

        // A file that stands in for one built in would otherwise meet the original in the others.
        _sharesBuiltIns = !references.Any(static reference => BuiltInFiles.Knows(reference.Name));
    }

    /// <summary>The files that were imported, directly and indirectly.</summary>
    public IEnumerable<ProtoFile> Imported => _loaded.Values;

    /// <param name="text">The schema.</param>
    /// <param name="wasSerialized">Whether it is a descriptor in base64.</param>
    /// <exception cref="SchemaSyntaxException">The schema or one that it imports is none.</exception>
    public ProtoFile Load(byte[] text, out bool wasSerialized) => Link(Read(text, out wasSerialized));

    /// <summary>Links one of the files that are built in.</summary>
    public ProtoFile LoadBuiltIn(string path)
    {
        var file = Link(ProtoParser.Parse(BuiltInFiles.TextOf(path)!));
        file.Name = path;
        return file;
    }

    private static ProtoFile Read(byte[] text, out bool wasSerialized)
    {
        var descriptor = DescriptorText.TryDecode(text);
        wasSerialized = descriptor is not null;
        return descriptor is null ? ProtoParser.Parse(text) : DescriptorReader.Read(descriptor);
    }

    private ProtoFile Link(ProtoFile file)
    {
        CheckImports(file);
        file.Dependencies = [.. file.Imports.Select(Import)];
        Linker.Link(file, _symbols);
        return file;
    }

    private static void CheckImports(ProtoFile file)
    {
        var paths = new HashSet<string>(StringComparer.Ordinal);
        if (file.Imports.Find(import => !paths.Add(import.Path)) is { } twice)
        {
            throw new SchemaSyntaxException(twice.Offset, $"\"{twice.Path}\" is imported twice");
        }
    }

    private ProtoFile Import(ProtoImport import)
    {
        if (_loaded.TryGetValue(import.Path, out var file))
        {
            return file;
        }

        if (_open.Count + _loaded.Count >= ProtobufLimits.Files || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new WorkLimitException($"the schema imports more than {ProtobufLimits.Files} files");
        }

        if (!_open.Add(import.Path))
        {
            throw new SchemaSyntaxException(import.Offset, $"\"{import.Path}\" imports itself, directly or through others");
        }

        file = ImportNew(import);
        _open.Remove(import.Path);
        _loaded[import.Path] = file;
        return file;
    }

    private ProtoFile ImportNew(ProtoImport import)
    {
        if (!_references.TryGetValue(import.Path, out var text))
        {
            return ImportBuiltIn(import);
        }

        var utf8 = Encoding.UTF8.GetBytes(text);
        try
        {
            var parsed = Read(utf8, out _);
            parsed.Name = import.Path;
            return Link(parsed);
        }
        catch (SchemaSyntaxException exception)
        {
            // Its position is one in another text.
            throw new SchemaSyntaxException(import.Offset, $"in \"{import.Path}\", {Http.TextPosition.Of(utf8, exception.Offset)}: {exception.Message}");
        }
    }

    private ProtoFile ImportBuiltIn(ProtoImport import)
    {
        if (_sharesBuiltIns && BuiltInFiles.Find(import.Path) is { } shared)
        {
            AddShared(shared);
            return shared;
        }

        var text = BuiltInFiles.TextOf(import.Path)
            ?? throw new SchemaSyntaxException(import.Offset, $"\"{import.Path}\" is not found: give it as a reference of this name");
        var file = ProtoParser.Parse(text);
        file.Name = import.Path;
        return Link(file);
    }

    // A shared file is linked already; what it imports comes with it.
    private void AddShared(ProtoFile file)
    {
        foreach (var dependency in file.Dependencies.Where(dependency => !_loaded.ContainsKey(dependency.Name)))
        {
            AddShared(dependency);
        }

        if (_loaded.TryAdd(file.Name, file))
        {
            _symbols.Add(file);
            foreach (var extension in file.AllExtensions())
            {
                _symbols.AddExtension(extension);
            }
        }
    }
}
