using System.Reflection;
using System.Text;

namespace Instrumentation.Runtime.Tests.Infrastructure;

/// <summary>Prints what an assembly offers to others: one line per member, sorted, so that a review sees every change.</summary>
internal static class ApiPrinter
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static string Print(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(static type => type.FullName, StringComparer.Ordinal))
        {
            var bases = type.IsEnum ? [] : new[] { type.BaseType }.Concat(type.GetInterfaces().OrderBy(static i => i.Name, StringComparer.Ordinal))
                .Where(static t => t is { IsVisible: true } && t != typeof(object) && t != typeof(ValueType)).Select(static t => TypeName(t!));
            text.Append($"{Modifiers(type)} {TypeName(type)}").AppendJoin("", bases.Select(static (name, i) => (i == 0 ? " : " : ", ") + name)).Append('\n');
            foreach (var line in type.GetMembers(Declared).Where(IsOffered).Select(Member).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    // Accessors are part of their property, and a nested type stands on its own.
    private static bool IsOffered(MemberInfo member) => member switch
    {
        MethodBase method => (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly) && (!method.IsSpecialName || method.IsConstructor),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(static accessor => accessor.IsPublic || accessor.IsFamily),
        FieldInfo field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName,
        _ => false,
    };

    private static string Member(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{Static(method)}{TypeName(method.ReturnType)} {method.Name}{TypeArguments(method.GetGenericArguments())}({Parameters(method)})",
        PropertyInfo property => $"{Static(property.GetAccessors(nonPublic: true)[0])}{TypeName(property.PropertyType)} {property.Name} {{{Accessor(property.GetMethod, "get")}{Accessor(property.SetMethod, "set")} }}",
        FieldInfo { IsLiteral: true } field => $"const {TypeName(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}",
        FieldInfo field => $"{(field.IsStatic ? "static " : "")}{TypeName(field.FieldType)} {field.Name}",
        _ => member.ToString()!,
    };

    private static string Accessor(MethodInfo? method, string name) => method is { IsPublic: true } or { IsFamily: true } ? $" {name};" : "";

    private static string Static(MethodInfo method) =>
        method.IsStatic ? "static " : method.IsAbstract ? "abstract " : method.GetBaseDefinition() != method ? "override " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(static parameter =>
        $"{(parameter.IsDefined(typeof(ParamArrayAttribute), inherit: false) ? "params " : "")}{TypeName(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")}"));

    private static string Modifiers(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsSealed ? "sealed class" : type.IsAbstract ? "abstract class" : "class";

    private static string TypeName(Type type) =>
        type.IsByRef ? "ref " + TypeName(type.GetElementType()!)
        : type.IsArray ? TypeName(type.GetElementType()!) + "[]"
        : type.IsGenericParameter ? type.Name
        : $"{type.Namespace}.{(type.IsNested ? type.DeclaringType!.Name + "." : "")}{type.Name.Split('`')[0]}{TypeArguments(type.GetGenericArguments())}";

    private static string TypeArguments(Type[] arguments) => arguments.Length == 0 ? "" : $"<{string.Join(", ", arguments.Select(TypeName))}>";
}
