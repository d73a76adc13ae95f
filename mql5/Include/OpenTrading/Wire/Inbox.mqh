//+------------------------------------------------------------------+
//| Inbox.mqh - bytes from the host, cut into lines                   |
//+------------------------------------------------------------------+
uchar  g_in[];          // bytes received
int    g_in_end=0;      // used part of g_in
int    g_in_begin=0;    // first byte not yet handed out
int    g_in_scan=0;     // no line feed before this one
string g_in_fault="";   // why the peer's last line was refused

void InClear()
{
   g_in_end=0;
   g_in_begin=0;
   g_in_scan=0;
}

void InAppend(const uchar &part[],const int count)
{
   if(g_in_begin>0)
   {
      int rest=g_in_end-g_in_begin;
      for(int i=0; i<rest; i++)
         g_in[i]=g_in[g_in_begin+i];
      g_in_scan-=g_in_begin;
      g_in_end=rest;
      g_in_begin=0;
   }
   if(ArraySize(g_in)<g_in_end+count)
      ArrayResize(g_in,g_in_end+count+OT_CHUNK);
   ArrayCopy(g_in,part,g_in_end,0,count);
   g_in_end+=count;
}

//--- The next complete line without its line feed. False with g_in_fault set when the peer broke the framing.
bool InLine(string &line)
{
   g_in_fault="";
   while(g_in_scan<g_in_end && g_in[g_in_scan]!='\n')
      g_in_scan++;
   bool complete=g_in_scan<g_in_end;
   int length=g_in_scan-g_in_begin;
   if(length+1>OT_LINE_LIMIT)
   {
      g_in_fault=StringFormat("a line is longer than %d bytes",OT_LINE_LIMIT);
      return(false);
   }
   if(!complete)
      return(false);
   if(!IsUtf8(g_in,g_in_begin,length))
   {
      g_in_fault="a line is not UTF-8";
      return(false);
   }
   line=length>0 ? CharArrayToString(g_in,g_in_begin,length,CP_UTF8) : "";
   g_in_scan++;
   g_in_begin=g_in_scan;
   return(true);
}
