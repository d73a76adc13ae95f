using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Kernel.Signals;

/// <summary>What the strategies of a session decided on one bar, with every vote.</summary>
/// <param name="Time">UTC instant of the bar's close.</param>
/// <param name="Symbol">Instrument name.</param>
/// <param name="Method">Voting method.</param>
/// <param name="Tally">The count.</param>
/// <param name="Votes">Every vote with its reason.</param>
/// <param name="Signal">The winning signal: that of the surest agreeing strategy, with the tally's confidence; null when nothing won.</param>
public sealed record Decision(DateTime Time, string Symbol, string Method, Tally Tally, IReadOnlyList<Vote> Votes, Signal? Signal);
