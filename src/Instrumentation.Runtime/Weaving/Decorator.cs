namespace Instrumentation.Weaving;

/// <summary>The decorator of a class.</summary>
/// <param name="Wrap">Makes one around an instance; the flag says whether disposing the decorator disposes the instance.</param>
/// <param name="Services">The interfaces that it stands in for; those of a generic class without type arguments.</param>
internal sealed record Decorator(Func<object, bool, object> Wrap, Type[] Services)
{
    public bool StandsFor(Type service, Type implementation)
    {
        foreach (var listed in Services)
        {
            if (listed == service)
            {
                return true;
            }

            // By variance, or with the type arguments of the class.
            if (service.IsGenericType && listed.IsGenericType && service.GetGenericTypeDefinition() == listed.GetGenericTypeDefinition()
                && service.IsAssignableFrom(listed.IsGenericTypeDefinition ? implementation : listed))
            {
                return true;
            }
        }

        return false;
    }
}
