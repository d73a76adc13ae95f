using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using OpenTrading.Sdk.Capabilities;

namespace OpenTrading.Kernel.Charts;

/// <summary>Makes pixels of a drawing by <c>rsvg-convert</c>.</summary>
internal static class PngRenderer
{
    private const string Program = "rsvg-convert";

    /// <summary>The drawing as PNG.</summary>
    /// <exception cref="CapabilityException">The program is not installed, or failed.</exception>
    public static async Task<ReadOnlyMemory<byte>> RenderAsync(string svg, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(Program, ["--format=png"]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using Process process = Start(start);
        try
        {
            using var png = new MemoryStream();
            Task reading = process.StandardOutput.BaseStream.CopyToAsync(png, cancellationToken);
            Task<string> complaint = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.StandardInput.BaseStream.WriteAsync(Encoding.UTF8.GetBytes(svg), cancellationToken).ConfigureAwait(false);
            process.StandardInput.Close();
            await reading.ConfigureAwait(false);
            await process.WaitForExitAsync(cancellationToken).ConfigureAwait(false);
            return process.ExitCode == 0 && png.Length > 0 ? png.ToArray()
                : throw new CapabilityException(ErrorCode.DataUnavailable, $"{Program} ended with {process.ExitCode}: {(await complaint.ConfigureAwait(false)).Trim()}", "Take format svg.");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new CapabilityException(ErrorCode.DataUnavailable, $"No PNG: {Program} is not installed on the host", "Take format svg, or install librsvg on the host.");
        }
    }
}
