using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Analysis.Packets;

/// <summary>A recorded opinion on the symbol.</summary>
/// <param name="SignalId">Its id.</param>
/// <param name="StrategyId">What made it.</param>
/// <param name="Timeframe">Bar length.</param>
/// <param name="Side">Which way; null for none.</param>
/// <param name="Confidence">How sure, 0 to 1.</param>
/// <param name="Source">Where its bars came from.</param>
/// <param name="AsOf">UTC opening time of the newest bar it knew.</param>
public sealed record PacketSignal(string SignalId, string StrategyId, Timeframe Timeframe, OrderSide? Side, double Confidence, string Source, DateTime AsOf);
