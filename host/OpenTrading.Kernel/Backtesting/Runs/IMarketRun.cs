namespace OpenTrading.Kernel.Backtesting.Runs;

/// <summary>One instrument of a run in time order.</summary>
internal interface IMarketRun
{
    /// <summary>How far it has come.</summary>
    RecordedMarket Bars { get; }

    /// <summary>Id of the strategy whose code is running at this moment, with the bar it sees; null between the calls. May be read from any thread.</summary>
    (string Strategy, DateTime Bar)? Calling { get; }

    /// <summary>Lets the account live through the next bar.</summary>
    /// <param name="now">Its close, UTC ticks.</param>
    void Match(long now);

    /// <summary>Lets the strategies see the bars of theirs that have closed by now.</summary>
    /// <param name="now">UTC ticks.</param>
    void Think(long now);
}
