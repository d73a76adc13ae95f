using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OpenTrading.Sdk.Strategies;

namespace OpenTrading.Host.Plugins.Scripts.Compilation;

/// <summary>What is compiled into every script: the usings it need not write, the SDK version, and the interrupt that the weaver calls.</summary>
internal static class ScriptPreamble
{
    private static readonly string[] Usings =
    [
        "System",
        "System.Collections.Generic",
        "System.Linq",
        "OpenTrading.Sdk.Data",
        "OpenTrading.Sdk.Capabilities",
        "OpenTrading.Sdk.Indicators",
        "OpenTrading.Sdk.Market",
        "OpenTrading.Sdk.Plugins",
        "OpenTrading.Sdk.Risk",
        "OpenTrading.Sdk.Strategies",
        "OpenTrading.Sdk.Trading",
    ];

    /// <summary>The tree, the same for every script.</summary>
    public static SyntaxTree Tree { get; } = CSharpSyntaxTree.ParseText(Text(), ScriptCompiler.ParseOptions, encoding: System.Text.Encoding.UTF8);

    private static string Text() => $$"""
        {{string.Concat(Usings.Select(name => $"global using {name};\n"))}}
        [assembly: System.Reflection.AssemblyMetadata("OpenTrading.Sdk", "{{SdkVersion()}}")]

        namespace OpenTrading.Woven
        {
            internal static class Interrupt
            {
                private static volatile bool s_raised;

                // At every turn of a loop.
                [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.AggressiveInlining)]
                internal static void Check()
                {
                    if (s_raised)
                    {
                        Stop();
                    }
                }

                // At every start of what may call itself: a stack overflow would end the host, this exception ends the call.
                [System.Diagnostics.StackTraceHidden]
                internal static void Enter()
                {
                    Check();
                    System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
                }

                // In the filter of every catch that is wide enough: a script neither swallows these nor wraps them at every level of a recursion.
                internal static bool MayCatch(System.Exception e) => e is not (System.OperationCanceledException or System.InsufficientExecutionStackException);

                internal static void Set(bool raised) => s_raised = raised;

                [System.Diagnostics.StackTraceHidden]
                private static void Stop() => throw new System.OperationCanceledException("The host stopped the script.");
            }
        }
        """;

    private static string SdkVersion() =>
        typeof(Strategy).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
