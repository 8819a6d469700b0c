using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Linking;

/// <summary>All names of a schema and of the files it imports, and the extensions by number.</summary>
internal sealed class SymbolTable
{
    private readonly Dictionary<string, Symbol> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<(ProtoMessage Container, int Number), ProtoField> _extensions = [];
    private long _work;

    public Symbol? Find(string fullName)
    {
        Spend(fullName.Length);
        return _symbols.GetValueOrDefault(fullName);
    }

    public ProtoField? FindExtension(ProtoMessage container, int number) => _extensions.GetValueOrDefault((container, number));

    /// <summary>Adds the package and all declarations of a file, whose full names are set.</summary>
    /// <exception cref="SchemaSyntaxException">A name is taken.</exception>
    public void Add(ProtoFile file)
    {
        AddPackage(file);
        foreach (var element in Declarations.Of(file))
        {
            Add(element, file);
        }
    }

    /// <exception cref="SchemaSyntaxException">The extended message has an extension of this number.</exception>
    public void AddExtension(ProtoField extension)
    {
        if (!_extensions.TryAdd((extension.Container!, extension.Number), extension))
        {
            var other = _extensions[(extension.Container!, extension.Number)];
            throw new SchemaSyntaxException(extension.NumberOffset,
                $"the extension number {extension.Number} of \"{extension.Container!.FullName}\" is taken by \"{other.FullName}\"");
        }
    }

    private void Spend(int length)
    {
        _work += length + 16;
        if (_work > ProtobufLimits.LinkWork)
        {
            throw new Formats.WorkLimitException("the schema's names nest too deep and are too long to be resolved");
        }
    }

    private void AddPackage(ProtoFile file)
    {
        for (var end = 0; end < file.Package.Length;)
        {
            end = file.Package.IndexOf('.', end + 1);
            end = end < 0 ? file.Package.Length : end;
            var prefix = file.Package[..end];
            Spend(end);
            if (!_symbols.TryAdd(prefix, new Symbol(null, file)) && !_symbols[prefix].IsPackage)
            {
                throw new SchemaSyntaxException(file.PackageOffset, $"\"{prefix}\" is already defined as something else than a package");
            }
        }
    }

    private void Add(ProtoElement element, ProtoFile file)
    {
        Spend(element.FullName.Length);
        if (_symbols.TryAdd(element.FullName, new Symbol(element, file)))
        {
            return;
        }

        var other = _symbols[element.FullName];
        throw new SchemaSyntaxException(
            element.Offset,
            ReferenceEquals(other.File, file) || other.File.Name.Length == 0
                ? $"\"{element.FullName}\" is already defined"
                : $"\"{element.FullName}\" is already defined in \"{other.File.Name}\"");
    }
}
