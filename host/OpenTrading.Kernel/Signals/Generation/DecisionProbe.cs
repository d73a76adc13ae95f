using OpenTrading.Kernel.Isolation;
using OpenTrading.Sdk.Strategies;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Kernel.Signals.Generation;

/// <summary>Stands in for a session when a strategy is asked for its opinion of one bar: nothing is open, and of what it says only the last bar counts.</summary>
internal sealed class DecisionProbe : IStrategyMarket, IDecisionListener
{
    private const int MostStatements = 100;
    private const int MostSignals = 100;
    private const int LongestText = 200;

    private readonly List<Signal> _signals = [];
    private readonly List<StatedRule> _rules = [];
    private readonly Dictionary<string, double> _inputs = [];

    /// <summary>Whether the bar that counts has come.</summary>
    public bool IsLast { get; set; }

    public IReadOnlyList<Position> Positions => [];

    public IReadOnlyList<WorkingOrder> Orders => [];

    public IDecisionListener? Listener => this;

    public IReadOnlyList<Signal> Signals => _signals;

    public IReadOnlyList<StatedRule> Rules => _rules;

    public IReadOnlyDictionary<string, double> Inputs => _inputs;

    public void Emit(Signal signal)
    {
        ArgumentNullException.ThrowIfNull(signal);
        if (IsLast && _signals.Count < MostSignals)
        {
            _signals.Add(signal);
        }
    }

    public void Emit(ManageIntent intent)
    {
        // Nothing is open that could be managed.
    }

    public void Rule(string rule, bool passed, double value, double threshold)
    {
        if (IsLast && _rules.Count < MostStatements)
        {
            _rules.Add(new StatedRule(Text(rule), passed, Known(value), Known(threshold)));
        }
    }

    public void Input(string name, double value)
    {
        if (IsLast && _inputs.Count < MostStatements && double.IsFinite(value))
        {
            _inputs[Text(name)] = value;
        }
    }

    private static double? Known(double value) => double.IsFinite(value) ? value : null;

    // The words of foreign code stand in the journal.
    private static string Text(string? text) => text is null || !ForeignText.IsSound(text) ? "(no text)" : text.Length > LongestText ? text[..LongestText] : text;
}
