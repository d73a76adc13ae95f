namespace OpenTrading.Sdk.Market;

/// <summary>Length of a bar. The numeric value is the length in minutes; MN1 stands for a calendar month.</summary>
/// <remarks>Intraday frames are aligned to UTC midnight; D1, W1 and MN1 to the broker's day (see <see cref="BrokerDay"/>). A week opens on Sunday.</remarks>
public enum Timeframe
{
    /// <summary>1 minute.</summary>
    M1 = 1,
    /// <summary>2 minutes.</summary>
    M2 = 2,
    /// <summary>3 minutes.</summary>
    M3 = 3,
    /// <summary>4 minutes.</summary>
    M4 = 4,
    /// <summary>5 minutes.</summary>
    M5 = 5,
    /// <summary>6 minutes.</summary>
    M6 = 6,
    /// <summary>10 minutes.</summary>
    M10 = 10,
    /// <summary>12 minutes.</summary>
    M12 = 12,
    /// <summary>15 minutes.</summary>
    M15 = 15,
    /// <summary>20 minutes.</summary>
    M20 = 20,
    /// <summary>30 minutes.</summary>
    M30 = 30,
    /// <summary>1 hour.</summary>
    H1 = 60,
    /// <summary>2 hours.</summary>
    H2 = 120,
    /// <summary>3 hours.</summary>
    H3 = 180,
    /// <summary>4 hours.</summary>
    H4 = 240,
    /// <summary>6 hours.</summary>
    H6 = 360,
    /// <summary>8 hours.</summary>
    H8 = 480,
    /// <summary>12 hours.</summary>
    H12 = 720,
    /// <summary>1 broker day.</summary>
    D1 = 1440,
    /// <summary>1 broker week, Sunday to Saturday.</summary>
    W1 = 10080,
    /// <summary>1 calendar month of broker days. The value (30 days) only orders it above W1.</summary>
    MN1 = 43200,
}
