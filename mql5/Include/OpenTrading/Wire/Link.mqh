//+------------------------------------------------------------------+
//| Link.mqh - connecting, losing the connection, connecting again    |
//+------------------------------------------------------------------+
enum LinkState
{
   LINK_DOWN,
   LINK_GREETED,    // hello sent, waiting for the challenge
   LINK_PROVED,     // auth sent, waiting for the welcome
   LINK_READY
};

#define OT_HANDSHAKE_MS  10000
#define OT_REFUSED_MS    30000
#define OT_DEFAULT_BEAT  5000

LinkState g_link_state=LINK_DOWN;
string    g_link_note="not connected";  // for the chart
long      g_link_retry_at=0;
int       g_link_attempts=0;
long      g_link_heard=0;               // when the last complete line came
long      g_link_since=0;
long      g_heartbeat_ms=OT_DEFAULT_BEAT;
string    g_session="";

bool IsLoopbackHost()
{
   return(HostAddress=="localhost" || HostAddress=="::1" || Part(HostAddress,0,4)=="127.");
}

//--- 1, 2, 4 ... seconds up to the cap, less up to a quarter, so that several terminals do not come back at once
long BackoffMs()
{
   long cap=IsLoopbackHost() ? 4000 : 30000;
   long delay=1000;
   for(int i=0; i<g_link_attempts && delay<cap; i++)
      delay*=2;
   if(delay>cap)
      delay=cap;
   return(delay-delay*(MathRand()%26)/100);
}

void LinkDrop(const string why,const long wait_ms)
{
   if(g_link_state!=LINK_DOWN)
      Print("OpenTrading: link closed: ",why);
   TransportClose();
   g_link_state=LINK_DOWN;
   g_link_note=why;
   g_session="";
   OutClear();
   InClear();
   g_link_retry_at=NowMs()+(wait_ms>0 ? wait_ms : BackoffMs());
   g_link_attempts++;
}

//--- says why, as far as the link still carries it, and leaves
void LinkLeave(const string reason,const string text,const long wait_ms)
{
   OutLine(EventHead("bye")+","+TextPair("reason",reason)+","+TextPair("text",text)+"}");
   OutFlush();
   TransportFinish();
   LinkDrop(text,wait_ms);
}

void LinkConnect()
{
   if(NowMs()<g_link_retry_at)
      return;
   string why="";
   if(HostToken=="" && !IsLoopbackHost())
   {
      g_link_note="a host on another machine needs a token";
      g_link_retry_at=NowMs()+OT_REFUSED_MS;
      return;
   }
   if(!TransportOpen(why))
   {
      if(g_link_note!=why)
         Print("OpenTrading: ",why);
      g_link_note=why;
      g_link_retry_at=NowMs()+BackoffMs();
      g_link_attempts++;
      return;
   }
   OutClear();
   InClear();
   EventsRestart();
   g_link_state=LINK_GREETED;
   g_link_note="greeting";
   g_link_heard=NowMs();
   g_link_since=g_link_heard;
   Greet();
}

void LinkReady(const string session,const long heartbeat_ms)
{
   g_link_state=LINK_READY;
   g_link_note="connected";
   g_link_attempts=0;
   g_session=session;
   g_heartbeat_ms=heartbeat_ms;
   EventsRestart();
   Print("OpenTrading: connected, session ",session);
}

void LinkWatchSilence()
{
   if(g_link_state==LINK_DOWN)
      return;
   if(g_link_state!=LINK_READY && NowMs()-g_link_since>=OT_HANDSHAKE_MS)
      LinkDrop("the host did not finish the handshake",0);
   else if(NowMs()-g_link_heard>=3*g_heartbeat_ms)
      LinkDrop("the host fell silent",0);
}

//--- One turn: bytes in, lines handled, bytes out. True when something was received.
bool LinkPump()
{
   if(g_link_state==LINK_DOWN)
   {
      LinkConnect();
      return(false);
   }
   uchar part[];
   int count=TransportRead(part);
   if(count<0)
   {
      LinkDrop("the host closed the link",0);
      return(false);
   }
   if(count>0)
      InAppend(part,count);
   string line="";
   while(g_link_state!=LINK_DOWN && InLine(line))
   {
      HandleLine(line);
      if(OutWaiting()>=OT_CHUNK && !OutFlush())
         LinkDrop("the host does not take what is sent",0);
   }
   if(g_link_state!=LINK_DOWN && g_in_fault!="")
      LinkLeave("bad_line",g_in_fault,0);
   if(g_link_state!=LINK_DOWN && !OutFlush())
      LinkDrop("sending failed",0);
   LinkWatchSilence();
   return(count>0);
}
