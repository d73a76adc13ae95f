using System.Globalization;
using OpenTrading.Sdk.Indicators;

namespace OpenTrading.Sdk.Expressions.Syntax;

/// <summary>Reads an expression by precedence, bounded in depth and size whatever the text is.</summary>
internal sealed class Parser
{
    private const int DeepestNesting = 40;
    private const int MostNodes = 300;

    private readonly List<Token> _tokens;
    private readonly NameReader _names;
    private int _next;
    private int _depth;
    private int _nodes;

    public Parser(string text, IIndicatorCatalog indicators)
    {
        _tokens = Lexer.Read(text);
        _names = new NameReader(this, indicators);
    }

    public Token Current => _tokens[_next];

    public Token Following => _tokens[Math.Min(_next + 1, _tokens.Count - 1)];

    /// <exception cref="ExpressionException">The text is no expression.</exception>
    public Node Parse()
    {
        if (Current.Kind == TokenKind.End)
        {
            throw new ExpressionException(1, "the expression is empty; write such as rsi(14) < 30");
        }

        Node root = Climb(0);
        return Current.Kind == TokenKind.End
            ? root
            : throw new ExpressionException(Current.Position, $"{Current.Shown} stands where 'and', 'or', a comparison or the end should be");
    }

    public Token Take() => _tokens[Current.Kind == TokenKind.End ? _next : _next++];

    public bool TryTake(string sign)
    {
        bool isThere = Current.Is(sign);
        _next += isThere ? 1 : 0;
        return isThere;
    }

    public void Require(string sign)
    {
        if (!TryTake(sign))
        {
            throw new ExpressionException(Current.Position, $"{Current.Shown} stands where '{sign}' should be");
        }
    }

    /// <summary>A part whose operators bind at least as tightly as a precedence.</summary>
    public Node Climb(int least)
    {
        if (++_depth > DeepestNesting)
        {
            throw new ExpressionException(Current.Position, $"the expression is nested deeper than {DeepestNesting}");
        }

        Node left = Operand();
        Node? compared = null;
        while (true)
        {
            if (Current.IsWord("crosses") && least <= Operator.Comparing)
            {
                (left, compared) = (Crossing(left), null);
                continue;
            }

            if (Current.Kind is not (TokenKind.Sign or TokenKind.Name) || Operator.Find(Current.Text) is not { } op || op.Precedence < least)
            {
                break;
            }

            Take();
            Node right = Climb(op.Precedence + 1);

            // a < b < c means a < b and b < c.
            Node test = Join(op, op.IsComparison ? compared ?? left : left, right);
            left = op.IsComparison && compared is not null ? Join(Operator.And, left, test) : test;
            compared = op.IsComparison ? right : null;
        }

        _depth--;
        return left;
    }

    /// <summary>Counts a part, so that no text makes an expression of any size.</summary>
    public TNode Count<TNode>(TNode node)
        where TNode : Node =>
        ++_nodes <= MostNodes ? node : throw new ExpressionException(node.Position, $"the expression has more than {MostNodes} parts");

    /// <summary>A whole number in a range, written out.</summary>
    public int Whole(int least, int most, string what)
    {
        Token token = Take();
        return token.Kind == TokenKind.Number && int.TryParse(token.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most
            ? value
            : throw new ExpressionException(token.Position, $"{token.Shown} stands where {what} should be, {least} to {most}");
    }

    private Node Operand()
    {
        if (Current.IsWord(FunctionNode.Not) || Current.Is("!"))
        {
            int at = Take().Position;
            return Count(new FunctionNode(at, FunctionNode.Not, [RequireTruth(Climb(Operator.And.Precedence + 1), FunctionNode.Not)]));
        }

        if (Current.Is("-"))
        {
            int at = Take().Position;
            Node of = Number(Climb(Operator.Find("*")!.Precedence + 1), "-");
            return Count<Node>(of is ConstantNode constant ? new ConstantNode(at, -constant.Value) : new FunctionNode(at, FunctionNode.Negative, [of]));
        }

        return Shifted(Primary());
    }

    private Node Primary()
    {
        if (TryTake("("))
        {
            Node inner = Climb(0);
            Require(")");
            return inner;
        }

        Token token = Take();
        return token.Kind switch
        {
            TokenKind.Number when double.TryParse(token.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) =>
                Count(new ConstantNode(token.Position, value)),
            TokenKind.Number => throw new ExpressionException(token.Position, $"{token.Shown} is too large a number"),
            TokenKind.Name => _names.Read(token),
            _ => throw new ExpressionException(token.Position, $"{token.Shown} stands where a price, an indicator or a number should be"),
        };
    }

    private Node Shifted(Node node)
    {
        while (TryTake("["))
        {
            int bars = Whole(0, ShiftNode.MostBars, "a number of bars");
            Require("]");
            node = bars == 0 ? node : Count(new ShiftNode(node, bars));
        }

        return node;
    }

    private Node Crossing(Node left)
    {
        Token crosses = Take();
        bool isBelow = Current.IsWord("below");
        bool isEither = !isBelow && !Current.IsWord("above");
        _next += isEither ? 0 : 1;
        Node right = Climb(Operator.Comparing + 1);
        Number(left, crosses.Text);
        Number(right, crosses.Text);
        Node before = Count(new ShiftNode(left, 1));
        Node other = Count(new ShiftNode(right, 1));
        Node above = Join(Operator.And, Join(Operator.Greater, left, right), Join(Operator.AtMost, before, other));
        Node below = Join(Operator.And, Join(Operator.Less, left, right), Join(Operator.AtLeast, before, other));
        return isEither ? Join(Operator.Find("or")!, above, below) : isBelow ? below : above;
    }

    private Node Join(Operator op, Node left, Node right)
    {
        foreach (Node side in (Node[])[left, right])
        {
            _ = op.TakesTruth ? RequireTruth(side, op.Symbol) : Number(side, op.Symbol);
        }

        return Count(new BinaryNode(op, left, right));
    }

    private static Node RequireTruth(Node node, string by) => node.IsTruth
        ? node
        : throw new ExpressionException(node.Position, $"'{by}' joins conditions, and {Short(node)} is a number; compare it, such as {Short(node)} > 0");

    /// <summary>The part, which has to be a number.</summary>
    public static Node Number(Node node, string by) => node.IsTruth
        ? throw new ExpressionException(node.Position, $"'{by}' takes numbers, and {Short(node)} is a condition; set parentheses, or join conditions with 'and'")
        : node;

    private static string Short(Node node) => node.Text.Length > 40 ? "this" : node.Text;
}
