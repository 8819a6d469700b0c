using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Instrumentation.Weaving;

/// <summary>The decorator of a generic class, closed once per closed class.</summary>
internal sealed class GenericDecorator([DynamicallyAccessedMembers(GenericDecorator.Constructors)] Type type, Type[] services)
{
    public const DynamicallyAccessedMemberTypes Constructors = DynamicallyAccessedMemberTypes.PublicConstructors | DynamicallyAccessedMemberTypes.NonPublicConstructors;

    [DynamicallyAccessedMembers(Constructors)]
    public Type Type { get; } = type;

    public Type[] Services { get; } = services;

    /// <summary>The decorator of a closed class; null where it would need code that was not compiled ahead of time, so that the class stays as it is.</summary>
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Reference types share code that is there; for value types nothing is closed without a compiler.")]
    [UnconditionalSuppressMessage("Trimming", "IL2055", Justification = "The decorator has the type parameters of the class, with the same constraints and no annotation of its own.")]
    public Decorator? Close(Type implementation)
    {
        var arguments = implementation.GetGenericArguments();
        if (!RuntimeFeature.IsDynamicCodeSupported && arguments.Any(static argument => argument.IsValueType))
        {
            return null;
        }

        var constructor = Type.MakeGenericType(arguments).GetConstructor(BindingFlags.Instance | BindingFlags.NonPublic, [implementation, typeof(bool)]);
        var invoker = ConstructorInvoker.Create(constructor ?? throw new MissingMethodException(Type.FullName, ConstructorInfo.ConstructorName));
        return new Decorator((inner, owned) => invoker.Invoke(inner, owned), Services);
    }
}
