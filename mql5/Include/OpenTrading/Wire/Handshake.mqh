//+------------------------------------------------------------------+
//| Handshake.mqh - both sides show that they know the token          |
//+------------------------------------------------------------------+
string g_my_nonce="";

//--- hello
void Greet()
{
   g_my_nonce=NewNonce();
   ReportsBegin();
   OutLine("{"+TextPair("type","hello")+","+LongPair("proto",OT_PROTO)+","+TextPair("ea",OT_EA_VERSION)+","
           +TextPair("platform",PLATFORM_NAME)+","+LongPair("build",TerminalInfoInteger(TERMINAL_BUILD))+","
           +AccountIdentity()+","+LongPair("utc_offset_s",g_offset_told)+","+TextPair("tick_fidelity",TICK_FIDELITY)+","
           +g_gates_told+","+TextPair("instance",InstanceId())+","+TextPair("nonce",g_my_nonce)+"}");
   if(!OutFlush())
      LinkDrop("sending failed",0);
}

void OnChallenge(const JsonField &fields[])
{
   string nonce=JsonString(fields,"nonce");
   string token=Trimmed(HostToken);
   if(g_link_state!=LINK_GREETED || StringLen(nonce)!=32)
   {
      LinkLeave("protocol","a challenge that does not belong here",0);
      return;
   }
   // a host that cannot prove itself learns nothing more, not even a MAC to work on
   if(!SameSecret(JsonString(fields,"proof"),HmacHex(token,"host"+g_my_nonce+nonce)))
   {
      LinkLeave("proof","the host does not know this token",OT_REFUSED_MS);
      return;
   }
   OutLine("{"+TextPair("type","auth")+","+TextPair("mac",HmacHex(token,"ea"+nonce+g_my_nonce))+"}");
   g_link_state=LINK_PROVED;
}

void OnWelcome(const JsonField &fields[])
{
   string fault="";
   long heartbeat_ms=JsonLong(fields,"heartbeat_ms",fault);
   if(g_link_state!=LINK_PROVED || fault!="" || heartbeat_ms<100 || heartbeat_ms>60000)
   {
      LinkLeave("protocol","a welcome that does not belong here",0);
      return;
   }
   LinkReady(JsonString(fields,"session"),heartbeat_ms);
   LeaseStart();
   LimitsReset();
   if(!LimitsTighten(fields,fault))
   {
      LinkLeave("protocol","the welcome holds bad values: "+fault,OT_REFUSED_MS);
      return;
   }
   string unknown="";
   SubscribeTicks(JsonString(fields,"subscriptions"),unknown);
   SubscribeBars("",unknown);
   WatchRestart();
}

void OnRefuse(const JsonField &fields[])
{
   string text="refused by the host: "+JsonString(fields,"code")+" "+JsonString(fields,"text");
   Print("OpenTrading: ",text);
   LinkDrop(text,OT_REFUSED_MS);
}
