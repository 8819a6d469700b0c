using Instrumentation.Generator.Model;

namespace Instrumentation.Generator.Emission;

/// <summary>Writes the accessor through which a wrapper calls a private or protected method.</summary>
internal static class AccessorEmitter
{
    // [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "M")]
    // private static extern R M_Call_Target(Store target, int a);
    public static void Write(SourceWriter writer, MethodTarget method)
    {
        var signature = method.Signature;
        if (signature.Accessor == AccessorKind.None)
        {
            return;
        }

        var kind = signature.Accessor == AccessorKind.Instance ? "Method" : "StaticMethod";
        writer.Line();
        writer.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.{kind}, Name = {CSharpText.Literal(CSharpText.Bare(signature.Name))})]");
        var parameters = string.Join(", ", new[] { Target(method) }.Concat(signature.Parameters.Select(static parameter => parameter.Repeated)));
        writer.Line($"private static extern {(signature.IsUnsafe ? "unsafe " : string.Empty)}{signature.ReturnType} {method.AccessorName}({parameters});");
    }

    private static string Target(MethodTarget method) => Target(method.Signature, SignatureText.Free(method, "_"));

    private static string Target(MethodSignature signature, string unused) => signature.Accessor switch
    {
        AccessorKind.Instance => $"{signature.Receiver.Modifier}{signature.Receiver.Type} {signature.Receiver.Name}",
        AccessorKind.Static => $"{signature.Receiver.Type} {unused}",
        _ => $"[global::System.Runtime.CompilerServices.UnsafeAccessorType({CSharpText.Literal(signature.TypeName)})] object {unused}",
    };
}
