using SchemaRegistry.Api.Schemas.Compatibility;
using SchemaRegistry.Api.Schemas.Formats;

namespace SchemaRegistry.Api.Schemas.Avro.Compatibility;

/// <summary>Whether a reader's schema resolves a writer's: Avro 1.12, "Schema Resolution", as Confluent's registry judges it.</summary>
/// <remarks>As there, two names are equal when they are without their name spaces.</remarks>
internal sealed class SchemaResolution
{
    private readonly PairMemo<AvroType> _pairs;

    private SchemaResolution() => _pairs = new PairMemo<AvroType>(CheckPair);

    /// <exception cref="WorkLimitException">The comparison takes more work than one request may cause.</exception>
    public static IReadOnlyList<Incompatibility> Check(AvroType reader, AvroType writer) =>
        new SchemaResolution()._pairs.CompareRoots(reader, writer).ToList("/", Reason);

    // A pair of types without parts is judged faster than looked up.
    private Findings Compare(AvroType reader, AvroType writer)
    {
        if (!reader.IsPrimitive || !writer.IsPrimitive)
        {
            return _pairs.Compare(reader, writer);
        }

        _pairs.Spend(1);
        return reader.Kind == writer.Kind ? Findings.None : CheckPair(reader, writer);
    }

    private Findings CheckPair(AvroType reader, AvroType writer)
    {
        var findings = new Findings();
        if (writer.Kind == AvroKind.Union)
        {
            CheckBranches(findings, reader, writer);
        }
        else if (reader.Kind == AvroKind.Union)
        {
            if (!HasBranchFor(reader, writer))
            {
                findings.Add(ResolutionFailures.MissingUnionBranch, detail: LackingBranch(writer));
            }
        }
        else if (reader.Kind != writer.Kind)
        {
            if (!Promotes(writer.Kind, reader.Kind))
            {
                findings.Add(ResolutionFailures.TypeMismatch, detail: $"reader type: {Upper(reader)} not compatible with writer type: {Upper(writer)}");
            }
        }
        else
        {
            CheckAlike(findings, reader, writer);
        }

        return findings;
    }

    // Nearly always it is the branch of the same name; only where that fails are the others asked, and only those that may fit are compared as a whole.
    private bool HasBranchFor(AvroType union, AvroType writer)
    {
        if (union.IndexOfBranch(writer.TypeName) is >= 0 and var index && Compare(union.Parts[index], writer).IsCompatible)
        {
            return true;
        }

        _pairs.Spend(union.Parts.Count);
        return union.Parts.Exists(branch => MayRead(branch, writer) && Compare(branch, writer).IsCompatible);
    }

    private static bool MayRead(AvroType reader, AvroType writer) =>
        reader.Kind == writer.Kind ? reader.Name is null || IsNamedAs(reader, writer) : Promotes(writer.Kind, reader.Kind);

    // Whatever branch the writer chose, the reader must be able to read it.
    private void CheckBranches(Findings findings, AvroType reader, AvroType writer)
    {
        for (var i = 0; i < writer.Parts.Count; i++)
        {
            if (reader.Kind != AvroKind.Union)
            {
                findings.Add(Compare(reader, writer.Parts[i]));
            }
            else if (!HasBranchFor(reader, writer.Parts[i]))
            {
                findings.Add(ResolutionFailures.MissingUnionBranch, i.ToString(System.Globalization.CultureInfo.InvariantCulture), LackingBranch(writer.Parts[i]));
            }
        }
    }

    private void CheckAlike(Findings findings, AvroType reader, AvroType writer)
    {
        if (reader.Name is not null && !IsNamedAs(reader, writer))
        {
            findings.Add(ResolutionFailures.NameMismatch, "name", $"expected: {writer.Name}");
        }

        switch (reader.Kind)
        {
            case AvroKind.Array:
                findings.Add(Compare(reader.Parts[0], writer.Parts[0]), "items");
                break;
            case AvroKind.Map:
                findings.Add(Compare(reader.Parts[0], writer.Parts[0]), "values");
                break;
            case AvroKind.Fixed when reader.Size != writer.Size:
                findings.Add(ResolutionFailures.FixedSizeMismatch, "size", FormattableString.Invariant($"expected: {writer.Size}, found: {reader.Size}"));
                break;
            case AvroKind.Enum:
                CheckSymbols(findings, reader, writer);
                break;
            case AvroKind.Record:
                CheckFields(findings, reader, writer);
                break;
        }
    }

    private void CheckSymbols(Findings findings, AvroType reader, AvroType writer)
    {
        _pairs.Spend(writer.Symbols.Count);
        if (reader.DefaultSymbol is null && writer.Symbols.FindAll(symbol => !reader.HasSymbol(symbol)) is { Count: > 0 } missing)
        {
            findings.Add(ResolutionFailures.MissingEnumSymbols, "symbols", $"[{string.Join(", ", missing.Order(StringComparer.Ordinal))}]");
        }
    }

    private void CheckFields(Findings findings, AvroType reader, AvroType writer)
    {
        for (var i = 0; i < reader.Fields.Count; i++)
        {
            var field = reader.Fields[i];
            _pairs.Spend(1 + field.Aliases.Count);
            if (Find(writer, field) is { } written)
            {
                // A path is made only for what is wrong: there are thousands of fields.
                if (Compare(field.Type, written.Type) is { IsCompatible: false } wrong)
                {
                    findings.Add(wrong, FormattableString.Invariant($"fields/{i}/type"));
                }
            }
            else if (field.Default is null)
            {
                findings.Add(ResolutionFailures.ReaderFieldMissingDefaultValue, FormattableString.Invariant($"fields/{i}"), field.Name);
            }
        }
    }

    private static AvroField? Find(AvroType writer, AvroField field) =>
        writer.FindField(field.Name) ?? field.Aliases.Select(writer.FindField).FirstOrDefault(static found => found is not null);

    private static bool IsNamedAs(AvroType reader, AvroType writer) =>
        string.Equals(reader.SimpleName, writer.SimpleName, StringComparison.Ordinal) || reader.Aliases.Contains(writer.Name);

    private static bool Promotes(AvroKind writer, AvroKind reader) => (writer, reader) is
        (AvroKind.Int, AvroKind.Long or AvroKind.Float or AvroKind.Double)
        or (AvroKind.Long, AvroKind.Float or AvroKind.Double)
        or (AvroKind.Float, AvroKind.Double)
        or (AvroKind.String, AvroKind.Bytes)
        or (AvroKind.Bytes, AvroKind.String);

    private static string LackingBranch(AvroType writer) => $"reader union lacking writer type: {Upper(writer)}";

    private static string Upper(AvroType type) => AvroKinds.NameOf(type.Kind).ToUpperInvariant();

    // The Confluent server's words.
    private static string Reason(string type, string path, string detail) => type switch
    {
        ResolutionFailures.FixedSizeMismatch =>
            $"The size of FIXED type field at path '{path}' in the {Incompatibility.Reader} schema does not match with the {Incompatibility.Writer} schema",
        ResolutionFailures.TypeMismatch =>
            $"The type (path '{path}') of a field in the {Incompatibility.Reader} schema does not match with the {Incompatibility.Writer} schema",
        ResolutionFailures.NameMismatch => $"The name of the schema has changed (path '{path}')",
        ResolutionFailures.MissingEnumSymbols =>
            $"The {Incompatibility.Reader} schema is missing enum symbols '{detail}' at path '{path}' in the {Incompatibility.Writer} schema",
        ResolutionFailures.MissingUnionBranch =>
            $"The {Incompatibility.Reader} schema is missing a type inside a union field at path '{path}' in the {Incompatibility.Writer} schema",
        _ => $"The field '{detail}' at path '{path}' in the {Incompatibility.Reader} schema has no default value and is missing in the {Incompatibility.Writer} schema",
    };
}
