using OpenTrading.Kernel.Risk;
using OpenTrading.Kernel.Risk.Gate;
using OpenTrading.Sdk.Market;

namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>The risk gate of a backtest whose orders are asked for, as they are on the paper account.</summary>
/// <param name="Rules">Rules of the gate, of this run alone.</param>
/// <param name="Settings">What the gate's surroundings need.</param>
/// <param name="Instruments">Known instruments by symbol.</param>
public sealed record GateTerms(IReadOnlyList<BoundRule> Rules, RiskSettings Settings, IReadOnlyDictionary<string, Instrument> Instruments);
