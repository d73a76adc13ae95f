namespace OpenTrading.Host.Plugins.Scripts;

/// <summary>Ids of the errors that are ours and not the compiler's.</summary>
internal static class ScriptErrorIds
{
    /// <summary>The file is absent, cannot be read, or is too large.</summary>
    public const string Unreadable = "OT0001";

    /// <summary>The file's bytes are no UTF-8.</summary>
    public const string NotText = "OT0002";

    /// <summary>A <c>#load</c> is malformed or stands too late in the file.</summary>
    public const string MalformedLoad = "OT0003";

    /// <summary>A <c>#load</c> names a file that is not there.</summary>
    public const string LoadNotFound = "OT0004";

    /// <summary>A <c>#load</c> leads out of the scripts folder.</summary>
    public const string LoadOutside = "OT0005";

    /// <summary>A <c>#r</c>: a script brings no assemblies of its own.</summary>
    public const string Reference = "OT0006";

    /// <summary>Something of the base library or SDK that a script must leave alone.</summary>
    public const string Impure = "OT0010";

    /// <summary>A construct of the language that a script must leave alone.</summary>
    public const string Construct = "OT0011";

    /// <summary>Making an object makes another of the same type, without end.</summary>
    public const string EndlessConstruction = "OT0012";

    /// <summary>The code is nested too deeply to be compiled.</summary>
    public const string TooDeep = "OT0013";

    /// <summary>A strategy or risk rule that the host would not find.</summary>
    public const string Misdeclared = "OT0020";

    /// <summary>The script holds nothing the host could use.</summary>
    public const string NothingOffered = "OT0021";
}
