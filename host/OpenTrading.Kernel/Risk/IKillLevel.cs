namespace OpenTrading.Kernel.Risk;

/// <summary>The kill level in force, read at every check and right before every send.</summary>
public interface IKillLevel
{
    /// <summary>0 none, 1 no entries, 2 also cancel pendings, 3 also flatten.</summary>
    int Level { get; }
}
