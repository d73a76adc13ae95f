//+------------------------------------------------------------------+
//| TerminalOp.mqh - op terminal                                      |
//+------------------------------------------------------------------+
void OpTerminal(const long id)
{
   ReplyOk(id,TextPair("name",TerminalInfoString(TERMINAL_NAME))+","+TextPair("company",TerminalInfoString(TERMINAL_COMPANY))+","
           +TextPair("platform",PLATFORM_NAME)+","+LongPair("build",TerminalInfoInteger(TERMINAL_BUILD))+","+TextPair("ea",OT_EA_VERSION)+","
           +BoolPair("connected",(bool)TerminalInfoInteger(TERMINAL_CONNECTED))+","+LongPair("ping_us",PingMicroseconds())+","
           +LongPair("max_bars",TerminalInfoInteger(TERMINAL_MAXBARS))+","+LongPair("time",UtcNowMs())+","
           +LongPair("utc_offset_s",ServerOffset())+","+TextPair("chart_symbol",_Symbol)+","+BoolPair("journal_intact",g_journal_intact)+","
           +TextPair("journal_fault",g_journal_fault)+","+LongPair("journal_entries",ArraySize(g_entries))+","+GatesPair()+","+LatchPairs());
}
