using System.Text;
using OpenTrading.Host.Home;
using OpenTrading.Kernel.Storage;

namespace OpenTrading.Host.Security;

/// <summary>Where <c>opentrading operator login</c> keeps the id of its session for the commands that follow: <c>state/operator.session</c>, for its owner alone.</summary>
internal static class SessionFile
{
    public static void Write(HomeFolder home, string sessionId) => AtomicFile.WritePrivate(FileOf(home), Encoding.ASCII.GetBytes(sessionId));

    /// <summary>The session's id; null when nobody is logged in here. The session itself may have ended meanwhile.</summary>
    public static string? Read(HomeFolder home)
    {
        try
        {
            return File.ReadAllText(FileOf(home)).Trim();
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static void Delete(HomeFolder home) => File.Delete(FileOf(home));

    private static string FileOf(HomeFolder home) => Path.Combine(home.State, "operator.session");
}
