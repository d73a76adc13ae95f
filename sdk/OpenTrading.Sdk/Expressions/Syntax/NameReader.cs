using OpenTrading.Sdk.Indicators;
using OpenTrading.Sdk.Naming;

namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>Reads what begins with a name: a price, a function, an indicator with its arguments and output.</summary>
internal sealed class NameReader(Parser parser, IIndicatorCatalog indicators)
{
    /// <exception cref="ExpressionException">The name is unknown, or its arguments are wrong.</exception>
    public Node Read(Token name)
    {
        string word = name.Text.ToLowerInvariant();
        bool isCall = parser.Current.Is("(");
        if (FieldNode.Names.Contains(word) && !isCall)
        {
            return parser.Count(new FieldNode(name.Position, word));
        }

        if (isCall && FunctionNode.ArgumentsOf(word) is var count and > 0)
        {
            return Function(name, word, count);
        }

        if (isCall && ExtremeNode.Names.Contains(word))
        {
            return Extreme(name, word);
        }

        return Output(Indicator(name, indicators.Find(word) ?? throw Unknown(name)));
    }

    private FunctionNode Function(Token name, string word, int count)
    {
        parser.Require("(");
        var arguments = new List<Node>();
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                parser.Require(",");
            }

            arguments.Add(Parser.Number(parser.Climb(0), word));
        }

        parser.Require(")");
        return parser.Count(new FunctionNode(name.Position, word, arguments));
    }

    private ExtremeNode Extreme(Token name, string word)
    {
        parser.Require("(");
        Node of = Parser.Number(parser.Climb(0), word);
        parser.Require(",");
        int bars = parser.Whole(1, ExtremeNode.MostBars, "a number of bars");
        parser.Require(")");
        return parser.Count(new ExtremeNode(name.Position, word, of, bars));
    }

    private IndicatorNode Indicator(Token name, IndicatorDefinition definition)
    {
        if (definition.NeedsReference)
        {
            throw new ExpressionException(name.Position, $"{definition.Name} compares two symbols, and an expression has one; compute_indicator takes the second as parameter reference");
        }

        var arguments = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Node? source = null;
        if (parser.TryTake("("))
        {
            int place = 0;
            for (bool isFirst = true; !parser.Current.Is(")"); isFirst = false)
            {
                if (!isFirst)
                {
                    parser.Require(",");
                }

                if (isFirst && IsSource(definition))
                {
                    source = Parser.Number(parser.Climb(0), definition.Name);
                    continue;
                }

                Argument(definition, arguments, ref place);
            }

            parser.Require(")");
        }

        try
        {
            return parser.Count(new IndicatorNode(name.Position, definition.Bind(arguments), source));
        }
        catch (FormatException e) when (e is not ExpressionException)
        {
            throw new ExpressionException(name.Position, e.Message.TrimEnd('.'));
        }
    }

    // The first argument may be what the indicator is computed from. A number written out, a named value or a choice is a parameter.
    private bool IsSource(IndicatorDefinition definition)
    {
        Token first = parser.Current;
        bool isParameter = first.Kind is TokenKind.Number or TokenKind.Quoted
            || first.IsWord(bool.TrueString) || first.IsWord(bool.FalseString)
            || (first.Is("-") && parser.Following.Kind == TokenKind.Number)
            || (first.Kind == TokenKind.Name && (parser.Following.Is("=") || IsChoice(definition, first.Text)));
        return isParameter || definition.TakesNumbers
            ? !isParameter
            : throw new ExpressionException(first.Position, $"{definition.Name} is computed from bars; give it {(definition.Parameters.Count > 0 ? $"its parameters {string.Join(", ", definition.Parameters.Select(p => p.Name))}" : "nothing")}");
    }

    private static bool IsChoice(IndicatorDefinition definition, string word) =>
        definition.Parameters.Any(p => p.Kind.Split('|').Contains(word, StringComparer.OrdinalIgnoreCase));

    private void Argument(IndicatorDefinition definition, Dictionary<string, string> arguments, ref int place)
    {
        int at = parser.Current.Position;
        string? named = null;
        if (parser.Current.Kind == TokenKind.Name && parser.Following.Is("="))
        {
            named = parser.Take().Text;
            parser.Take();
        }
        else if (place >= definition.Parameters.Count)
        {
            throw new ExpressionException(at, $"{definition.Name} takes {definition.Parameters.Count} parameter(s): {string.Join(", ", definition.Parameters.Select(p => p.Name))}");
        }

        string sign = parser.TryTake("-") ? "-" : "";
        Token value = parser.Take();
        if (value.Kind is not (TokenKind.Number or TokenKind.Name or TokenKind.Quoted))
        {
            throw new ExpressionException(value.Position, $"{value.Shown} stands where a value of {definition.Name} should be");
        }

        string parameter = named ?? definition.Parameters[place++].Name;
        if (!arguments.TryAdd(parameter, sign + value.Text))
        {
            throw new ExpressionException(at, $"{definition.Name}: {parameter} is given twice");
        }
    }

    private Node Output(IndicatorNode indicator)
    {
        if (!parser.TryTake("."))
        {
            return indicator;
        }

        Token name = parser.Take();
        for (int i = 0; i < indicator.Outputs.Count; i++)
        {
            if (name.IsWord(indicator.Outputs[i]))
            {
                return indicator.Showing(i);
            }
        }

        throw new ExpressionException(name.Position, $"{name.Shown} is no output; there are {string.Join(", ", indicator.Outputs)}");
    }

    private ExpressionException Unknown(Token name)
    {
        IEnumerable<string> known = FieldNode.Names.Concat(FunctionNode.Names).Concat(ExtremeNode.Names).Concat(indicators.All.Select(i => i.Name));
        string near = Suggestion.Nearest(name.Text, known) is { } guess ? $"did you mean {guess}?" : "see list_indicators for the names";
        return new ExpressionException(name.Position, $"{name.Shown} is no price, function or indicator; {near}");
    }
}
