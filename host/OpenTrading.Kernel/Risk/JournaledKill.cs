using OpenTrading.Kernel.Journal;

namespace OpenTrading.Kernel.Risk;

/// <summary>The level of the emergency stop as the journal tells it: that of a switch whose file could not be written. Fed record by record, in order.</summary>
public sealed class JournaledKill
{
    /// <summary>Level since it was last re-armed; what a drop file did is not counted, for it counts as long as it lies there.</summary>
    public int Level { get; private set; }

    /// <summary>Takes the next record; those of something else are passed over.</summary>
    public void Apply(JournalRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (record.Type == "kill.rearmed")
        {
            Level = 0;
        }
        else if (record.Type == "kill.activated" && record.Actor != KillSwitch.DropFileActor)
        {
            Level = Math.Max(Level, record.Payload.GetProperty("level").GetInt32());
        }
    }
}
