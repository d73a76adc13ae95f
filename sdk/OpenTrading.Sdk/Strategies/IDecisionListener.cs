namespace OpenTrading.Sdk.Strategies;

/// <summary>Told by a strategy what its decision on a bar rests on. Nobody listens in backtests and sessions, and stating costs next to nothing there.</summary>
public interface IDecisionListener
{
    /// <summary>A rule of the decision.</summary>
    /// <param name="rule">The rule in words, such as <c>close above the channel</c>.</param>
    /// <param name="passed">Whether it holds.</param>
    /// <param name="value">What was compared; NaN where that is no number.</param>
    /// <param name="threshold">With what; NaN where that is no number.</param>
    void Rule(string rule, bool passed, double value, double threshold);

    /// <summary>Something the decision looks at.</summary>
    /// <param name="name">Its name, such as <c>rsi(14)</c>.</param>
    /// <param name="value">Its value.</param>
    void Input(string name, double value);
}
