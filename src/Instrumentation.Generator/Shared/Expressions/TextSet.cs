using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Instrumentation.Generator.Shared;

/// <summary>The constants that a string expression chooses from.</summary>
internal static class TextSet
{
    public static ImmutableArray<string?> Of(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellation)
    {
        var texts = new List<string?>();
        return Collect(expression) ? [.. texts.Distinct(StringComparer.Ordinal)] : default;

        bool Collect(ExpressionSyntax part)
        {
            if (model.GetConstantValue(part, cancellation) is { HasValue: true } constant)
            {
                texts.Add(constant.Value as string);
                return constant.Value is string or null;
            }

            return part switch
            {
                ParenthesizedExpressionSyntax parenthesized => Collect(parenthesized.Expression),
                PostfixUnaryExpressionSyntax postfix => Collect(postfix.Operand),
                ConditionalExpressionSyntax conditional => Collect(conditional.WhenTrue) && Collect(conditional.WhenFalse),
                SwitchExpressionSyntax @switch => @switch.Arms.All(arm => Collect(arm.Expression)),
                BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => Collect(coalesce.Left) && Collect(coalesce.Right),
                _ => false,
            };
        }
    }
}
