#![allow(warnings)]
use lscb_report::load::cases::scan::{*, memo::Memo};
use lscb_report::load::Reopenable;
struct F(String);
impl Reopenable for F { fn length(&self)->u64{std::fs::metadata(&self.0).unwrap().len()} fn open_at(&self,o:u64)->std::io::Result<Box<dyn std::io::Read+Send+'_>>{ use std::io::Seek; let mut f=std::fs::File::open(&self.0)?; f.seek(std::io::SeekFrom::Start(o))?; Ok(Box::new(f)) } }
#[derive(Default)]
struct Tally { date: Memo<u32>, source: Memo<u32>, nfa: Memo<u32>, names: Vec<Vec<u8>>, months: Vec<Vec<u8>>, nfas: Vec<Vec<u8>>, counts: Vec<u64>, ragged: u64, lastline:u64 }
fn id(names: &mut Vec<Vec<u8>>, c: &[u8]) -> u32 { match names.iter().position(|n| n==c) { Some(p)=>p as u32, None=>{names.push(c.to_vec()); names.len() as u32-1}} }
impl Visit for Tally {
    #[inline]
    fn row(&mut self, line: u64, cells: &[&[u8]]) {
        let [d,s,n] = cells else {return};
        let m = self.date.get(d, |c| id(&mut self.months, &c[3..]));
        let s = self.source.get(s, |c| id(&mut self.names, c));
        let n = self.nfa.get(n, |c| id(&mut self.nfas, c));
        let k = ((m*32+s)*8+n) as usize;
        if k >= self.counts.len() { self.counts.resize(k+1,0); }
        self.counts[k]+=1; self.lastline=line;
    }
    fn ragged(&mut self, _l:u64,_w:usize){self.ragged+=1}
    fn unclosed(&mut self, _l:u64){}
}
fn main(){
    let f=F(std::env::args().nth(1).unwrap());
    let head="Child Unique ID,Gender,Ethnicity,Date of Birth,Age,Date of Referral,Referral Source,Referral NFA?,Number of Referrals in Last 12 Months,Allocated Team,Allocated Worker\n".len() as u64;
    let plan=Rows{source:&f,separator:b',',width:11,wanted:&[5,6,7],from:head};
    let block = std::env::args().nth(2).map_or(1<<18, |k| k.parse::<usize>().unwrap()*1024);
    let r=visit_in_blocks(plan,block,&Tally::default,&|_|()).unwrap();
    println!("{} {:?}", r.sha256, r.visitors.iter().map(|v|(v.counts.iter().sum::<u64>(),v.ragged,v.lastline,v.counts.iter().filter(|c|**c>0).count())).collect::<Vec<_>>());
}
