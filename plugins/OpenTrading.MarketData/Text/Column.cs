namespace OpenTrading.MarketData.Text;

/// <summary>What a column of a table of prices means.</summary>
internal enum Column
{
    /// <summary>Date, or date and time in one field.</summary>
    Time,
    /// <summary>Time of day, beside a column with the date.</summary>
    TimeOfDay,
    Open,
    High,
    Low,
    Close,
    Volume,
    Spread,
    Bid,
    Ask,
    Last,
}
