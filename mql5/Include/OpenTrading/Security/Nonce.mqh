//+------------------------------------------------------------------+
//| Nonce.mqh - 32 hex characters that were never used before         |
//+------------------------------------------------------------------+
string g_nonce_pool="";
long   g_nonce_count=0;

//--- MQL has no strong random source. A nonce must be unique and hard to foresee: every call stirs clocks, memory use and the pool before it.
string NewNonce()
{
   g_nonce_count++;
   string salt=IntegerToString((long)GetMicrosecondCount())+"|"+IntegerToString((long)TimeLocal())+"|"
               +IntegerToString((long)ChartID())+"|"+IntegerToString((long)MQLInfoInteger(MQL_MEMORY_USED))+"|"
               +IntegerToString((long)TerminalInfoInteger(TERMINAL_MEMORY_AVAILABLE))+"|"
               +IntegerToString(MathRand())+"|"+IntegerToString(g_nonce_count)+"|"+HostToken;
   g_nonce_pool=Sha256Hex(g_nonce_pool+salt);
   return(Part(Sha256Hex("nonce"+g_nonce_pool),0,32));
}
