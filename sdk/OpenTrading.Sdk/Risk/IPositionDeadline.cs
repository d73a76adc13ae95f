using OpenTrading.Sdk.Market;
using OpenTrading.Sdk.Trading;

namespace OpenTrading.Sdk.Risk;

/// <summary>A rule that, beyond judging orders, lets the host close positions whose time is over.</summary>
public interface IPositionDeadline
{
    /// <summary>Whether it ends any position; false spares the host the question.</summary>
    bool EndsPositions { get; }

    /// <summary>Why a position must be closed now; null while it may stay.</summary>
    /// <param name="position">The position.</param>
    /// <param name="instrument">Its instrument; null when that is not known.</param>
    /// <param name="now">UTC instant.</param>
    string? Overdue(Position position, Instrument? instrument, DateTime now);
}
