using Instrumentation.Generator.Model;
using Instrumentation.Generator.Shared;
using Microsoft.CodeAnalysis;

namespace Instrumentation.Generator.Parsing;

/// <summary>An expression as the model has it, with what the parsers still need to know of it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Type">Type of its value.</param>
/// <param name="Bound">What the binder found; null for a parameter or the result.</param>
internal sealed record ParsedExpression(ExpressionModel Model, ITypeSymbol Type, BoundTagExpression? Bound);
