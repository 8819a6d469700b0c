using SchemaRegistry.Api.Schemas.Protobuf.BuiltIn;
using SchemaRegistry.Api.Schemas.Protobuf.Model;

namespace SchemaRegistry.Api.Schemas.Protobuf.Linking;

/// <summary>The names that one file can use: its own and those of the files it imports.</summary>
internal sealed class SymbolScope
{
    private readonly SymbolTable _symbols;
    private readonly HashSet<ProtoFile> _visible = [];
    private readonly HashSet<ProtoFile> _visibleInOptions = [];
    private readonly HashSet<string> _packages = new(StringComparer.Ordinal);

    public SymbolScope(ProtoFile file, SymbolTable symbols)
    {
        File = file;
        _symbols = symbols;
        _visible.Add(file);
        AddPackages(file);
        for (var i = 0; i < file.Imports.Count; i++)
        {
            Import(file.Dependencies[i], file.Imports[i].Kind == ImportKind.Option ? _visibleInOptions : _visible);
        }

        _visibleInOptions.UnionWith(_visible);
    }

    public ProtoFile File { get; }

    /// <summary>Finds a declaration as protoc does: the innermost scope that has the first part of the name decides.</summary>
    /// <param name="name">The name as it is written.</param>
    /// <param name="relativeTo">The full name of the declaration that uses it.</param>
    /// <param name="typesOnly">Whether scopes are passed over in which the name stands for something that is no type.</param>
    /// <param name="offset">Where it is written.</param>
    /// <exception cref="SchemaSyntaxException">There is none.</exception>
    public Symbol Resolve(string name, string relativeTo, bool typesOnly, int offset)
    {
        var symbol = Lookup(name, relativeTo, typesOnly, _visible, out var hint);
        return symbol ?? throw new SchemaSyntaxException(offset, $"\"{name.TrimStart('.')}\" is not defined{hint}");
    }

    /// <summary>A field by the name it has in an option; none when there is none.</summary>
    public ProtoField? FindExtension(string name, string relativeTo) =>
        Lookup(name, relativeTo, typesOnly: false, _visibleInOptions, out _)?.Element as ProtoField;

    public ProtoField? FindExtension(ProtoMessage container, int number) => _symbols.FindExtension(container, number);

    public ProtoMessage? FindMessage(string fullName) => _symbols.Find(fullName)?.Element as ProtoMessage;

    /// <summary>The type of an element's options: that of an imported <c>descriptor.proto</c>, or else the one built in.</summary>
    public ProtoMessage FindOptionsType(string fullName) => FindMessage(fullName) ?? BuiltInFiles.FindOptionsType(fullName);

    private Symbol? Lookup(string name, string relativeTo, bool typesOnly, HashSet<ProtoFile> visible, out string hint)
    {
        hint = string.Empty;
        if (name.StartsWith('.'))
        {
            return Find(name[1..], visible, ref hint);
        }

        var dot = name.IndexOf('.', StringComparison.Ordinal);
        var first = dot < 0 ? name : name[..dot];
        for (var scope = relativeTo; ;)
        {
            var end = scope.LastIndexOf('.');
            if (end < 0)
            {
                return Find(name, visible, ref hint);
            }

            scope = scope[..end];
            var found = Find($"{scope}.{first}", visible, ref hint);
            if (found is null || (dot < 0 && typesOnly && !found.IsType) || (dot >= 0 && !found.IsAggregate))
            {
                continue;
            }

            if (dot < 0)
            {
                return found;
            }

            found = Find($"{scope}.{name}", visible, ref hint);
            if (found is null && hint.Length == 0)
            {
                hint = $": it is taken as \"{scope}.{name}\", because the innermost scope with \"{first}\" decides; \".{name}\" starts from the outermost";
            }

            return found;
        }
    }

    private Symbol? Find(string fullName, HashSet<ProtoFile> visible, ref string hint)
    {
        var symbol = _symbols.Find(fullName);
        if (symbol is null)
        {
            return null;
        }

        if (symbol.IsPackage)
        {
            return _packages.Contains(fullName) ? symbol : null;
        }

        if (visible.Contains(symbol.File))
        {
            return symbol;
        }

        hint = $": \"{fullName}\" is in \"{symbol.File.Name}\", which is not imported";
        return null;
    }

    private void Import(ProtoFile file, HashSet<ProtoFile> visible)
    {
        if (!visible.Add(file))
        {
            return;
        }

        AddPackages(file);
        for (var i = 0; i < file.Imports.Count; i++)
        {
            if (file.Imports[i].Kind == ImportKind.Public)
            {
                Import(file.Dependencies[i], visible);
            }
        }
    }

    private void AddPackages(ProtoFile file)
    {
        for (var package = file.Package; package.Length > 0 && _packages.Add(package);)
        {
            var dot = package.LastIndexOf('.');
            package = dot < 0 ? string.Empty : package[..dot];
        }
    }
}
