using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Instrumentation.OpenTelemetry.Redaction;

/// <summary>
/// What of a type may be shown: its own attributes and those of its properties, fields and primary constructor's parameters decide. Attributes are known by the name of their base class, so that no package
/// need be referenced.
/// </summary>
internal sealed class ClassifiedType
{
    /// <summary>What is shown instead.</summary>
    public const string Mask = "***";

    private const string Classification = "Microsoft.Extensions.Compliance.Classification.DataClassificationAttribute";
    private const string NoClassification = "Microsoft.Extensions.Compliance.Classification.NoDataClassificationAttribute";
    private const int MaxDepth = 4;

    private static readonly ConcurrentDictionary<Type, ClassifiedType?> s_types = new();

    private readonly Type _type;
    private readonly bool _isWhole;
    private readonly (string Name, Func<object, object?> Read, bool IsClassified)[] _members;

    private ClassifiedType(Type type, bool isWhole, (string Name, Func<object, object?> Read, bool IsClassified)[] members)
    {
        _type = type;
        _isWhole = isWhole;
        _members = members;
    }

    /// <summary>The rules for a type; <see langword="null"/> where nothing of it is classified.</summary>
    public static ClassifiedType? Of(Type type) =>
        type.IsPrimitive || type == typeof(string) ? null : s_types.TryGetValue(type, out var known) ? known : s_types.GetOrAdd(type, static type => Create(type, depth: 0));

    /// <summary>The value with its secrets hidden, in the form of a record's text.</summary>
    public string Show(object value, int depth = 0)
    {
        if (_isWhole || depth > MaxDepth)
        {
            return Mask;
        }

        var text = new StringBuilder(_type.Name).Append(" { ");
        for (var i = 0; i < _members.Length; i++)
        {
            var (name, read, isClassified) = _members[i];
            text.Append(i == 0 ? string.Empty : ", ").Append(name).Append(" = ").Append(isClassified ? Mask : Text(Read(read, value), depth));
        }

        return text.Append(" }").ToString();
    }

    private static string Text(object? value, int depth) =>
        value is null ? string.Empty : Of(value.GetType()) is { } classified ? classified.Show(value, depth + 1) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static object? Read(Func<object, object?> read, object value)
    {
        try
        {
            return read(value);
        }
#pragma warning disable CA1031 // A getter of the user's; a log line must not throw into the code that writes it.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return $"({(exception.InnerException ?? exception).GetType().Name})";
        }
    }

    private static ClassifiedType? Create(Type type, int depth)
    {
        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || type.IsArray || depth > MaxDepth)
        {
            return null;
        }

        if (IsClassified(type))
        {
            return new ClassifiedType(type, isWhole: true, []);
        }

        var parameters = type.GetConstructors().SelectMany(static constructor => constructor.GetParameters()).Where(IsClassified).Select(static parameter => parameter.Name).ToHashSet(StringComparer.Ordinal);
        (string Name, Type Type, Func<object, object?> Read, bool IsClassified)[] members =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(static property => property.CanRead && property.GetIndexParameters().Length == 0)
                .Select(property => (property.Name, property.PropertyType, (Func<object, object?>)property.GetValue, IsClassified(property) || parameters.Contains(property.Name))),
            .. type.GetFields(BindingFlags.Public | BindingFlags.Instance)
                .Select(static field => (field.Name, field.FieldType, (Func<object, object?>)field.GetValue, IsClassified(field))),
        ];

        // A record, a tuple or an anonymous object shows what its members show.
        return members.Any(member => member.IsClassified || (member.Type != type && Create(member.Type, depth + 1) is not null))
            ? new ClassifiedType(type, isWhole: false, [.. members.Select(static member => (member.Name, member.Read, member.IsClassified))])
            : null;
    }

    private static bool IsClassified(ParameterInfo parameter) => parameter.CustomAttributes.Any(IsClassification);

    private static bool IsClassified(MemberInfo member) => member.GetCustomAttributesData().Any(IsClassification) || (member is Type { BaseType: { } parent } && IsClassified(parent));

    private static bool IsClassification(CustomAttributeData attribute)
    {
        for (var type = attribute.AttributeType; type is not null && type.FullName != NoClassification; type = type.BaseType)
        {
            if (type.FullName == Classification)
            {
                return true;
            }
        }

        return false;
    }
}
