//+------------------------------------------------------------------+
//| Reply.mqh - answers to requests                                   |
//+------------------------------------------------------------------+
string ReplyHead(const long id,const bool ok)
{
   return("{"+LongPair("id",id)+","+BoolPair("ok",ok));
}

//--- body is pairs with commas between, or ""
void ReplyOk(const long id,const string body)
{
   OutLine(ReplyHead(id,true)+(body=="" ? "" : ","+body)+"}");
}

string RefusalBody(const string code,const long native,const string text,const bool retryable,const string outcome)
{
   return(TextPair("code",code)+","+LongPair("native",native)+","+TextPair("text",text)+","
          +BoolPair("retryable",retryable)+","+TextPair("outcome",outcome));
}

//--- a request that was refused before anything left for the broker
void ReplyRefused(const long id,const string code,const string text,const bool retryable=false)
{
   OutLine(ReplyHead(id,false)+","+RefusalBody(code,0,text,retryable,"rejected")+"}");
}

//--- the terminal could not do it; native is its error number
void ReplyFailed(const long id,const string code,const long native,const string text,const bool retryable)
{
   OutLine(ReplyHead(id,false)+","+RefusalBody(code,native,text,retryable,"rejected")+"}");
}

void ReplyWall(const long id,const string wall,const string text)
{
   OutLine(ReplyHead(id,false)+","+RefusalBody("EA_LIMIT",0,text,false,"rejected")+","+TextPair("wall",wall)+"}");
}

void ReplyBadRequest(const long id,const string text)
{
   ReplyRefused(id,"BAD_REQUEST",text);
}

void ReplyNotSupported(const long id,const string text)
{
   ReplyRefused(id,"NOT_SUPPORTED",text);
}
